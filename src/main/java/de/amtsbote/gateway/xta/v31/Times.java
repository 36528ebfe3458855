package de.amtsbote.gateway.xta.v31;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;

/** Times as XML Schema writes them; one without zone is meant as it is on German clocks. */
final class Times {

  private static final ZoneId GERMANY = ZoneId.of("Europe/Berlin");
  private static final int DATE_LENGTH = 10;

  private Times() {}

  /** The time; null for null. */
  static Instant time(String text) {
    if (text == null) {
      return null;
    }
    var fine = text.strip().replaceFirst("(\\.\\d{9})\\d+", "$1");
    var start = fine.replaceFirst("T24:00:00", "T00:00:00");
    var time =
        start.matches(".*(Z|[+-]\\d\\d:\\d\\d)")
            ? OffsetDateTime.parse(start).atZoneSameInstant(GERMANY)
            : LocalDateTime.parse(start).atZone(GERMANY);
    // the end of a day is the beginning of the next (XML Schema 1.1 part 2, 3.3.7)
    return start.equals(fine) ? time.toInstant() : time.plusDays(1).toInstant();
  }

  /** The date, without the zone that may follow it; null for null. */
  static LocalDate date(String text) {
    if (text == null) {
      return null;
    }
    if (text.length() < DATE_LENGTH) {
      throw new DateTimeException("no date");
    }
    return LocalDate.parse(text.substring(0, DATE_LENGTH));
  }
}
