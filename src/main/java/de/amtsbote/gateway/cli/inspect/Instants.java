package de.amtsbote.gateway.cli.inspect;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Times as people type them: with zone, without (that of this machine), or only a day. */
final class Instants implements ITypeConverter<Instant> {

  @Override
  public Instant convert(String text) {
    try {
      if (text.length() == "2026-01-01".length()) {
        return LocalDate.parse(text).atStartOfDay(ZoneId.systemDefault()).toInstant();
      }
      return text.matches(".*(Z|[+-][0-9]{2}:?[0-9]{2})")
          ? OffsetDateTime.parse(text).toInstant()
          : LocalDateTime.parse(text).atZone(ZoneId.systemDefault()).toInstant();
    } catch (DateTimeException e) {
      throw new TypeConversionException("'" + text + "' is no time, e.g. 2026-11-23T10:00:00Z");
    }
  }
}
