package de.amtsbote.xoev;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoField;
import java.util.Optional;

/** Reads {@code xs:dateTime} with and without time zone. */
final class CreationTime {

  private static final ZoneId GERMANY = ZoneId.of("Europe/Berlin");

  private CreationTime() {}

  static Optional<OffsetDateTime> parse(String text) {
    try {
      var parsed = DateTimeFormatter.ISO_DATE_TIME.parse(text.strip());
      return Optional.of(
          parsed.isSupported(ChronoField.OFFSET_SECONDS)
              ? OffsetDateTime.from(parsed)
              : LocalDateTime.from(parsed).atZone(GERMANY).toOffsetDateTime());
    } catch (DateTimeException unreadable) {
      return Optional.empty();
    }
  }
}
