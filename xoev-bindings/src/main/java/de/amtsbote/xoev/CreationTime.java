package de.amtsbote.xoev;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** Reads {@code xs:dateTime} with and without time zone. */
final class CreationTime {

  private static final ZoneId GERMANY = ZoneId.of("Europe/Berlin");

  private CreationTime() {}

  static Optional<OffsetDateTime> parse(String text) {
    try {
      var parsed =
          DateTimeFormatter.ISO_DATE_TIME.parseBest(
              text.strip(), ZonedDateTime::from, LocalDateTime::from);
      return Optional.of(
          parsed instanceof ZonedDateTime zoned
              ? zoned.toOffsetDateTime()
              : ((LocalDateTime) parsed).atZone(GERMANY).toOffsetDateTime());
    } catch (DateTimeException unreadable) {
      return Optional.empty();
    }
  }
}
