package de.amtsbote.osci.xml;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Times in the form of XML Schema. */
public final class XsdDateTime {

  private static final DateTimeFormatter FORM =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSXXX");

  private static final int LAST_YEAR = 9999;

  private XsdDateTime() {}

  /** Writes milliseconds and zone. */
  public static String format(OffsetDateTime time) {
    return FORM.format(time);
  }

  /**
   * Reads a time of the years 1 to 9999; one without a zone is taken as UTC.
   *
   * @throws DateTimeException if it is none
   */
  public static OffsetDateTime parse(String text) {
    String trimmed = text.trim();
    OffsetDateTime time =
        isZoned(trimmed)
            ? OffsetDateTime.parse(trimmed)
            : LocalDateTime.parse(trimmed).atOffset(ZoneOffset.UTC);
    if (time.getYear() < 1 || time.getYear() > LAST_YEAR) {
      throw new DateTimeException("a year that no calendar of an authority has");
    }
    return time;
  }

  private static boolean isZoned(String text) {
    int sign = Math.max(text.lastIndexOf('+'), text.lastIndexOf('-'));
    return text.endsWith("Z") || sign > text.indexOf('T') && text.indexOf('T') >= 0;
  }
}
