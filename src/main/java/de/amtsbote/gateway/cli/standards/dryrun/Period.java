package de.amtsbote.gateway.cli.standards.dryrun;

import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads periods such as {@code 7d}, {@code 12h} or {@code 2w}. */
final class Period implements ITypeConverter<Duration> {

  private static final Pattern FORM = Pattern.compile("([0-9]{1,5})([hdw])");
  private static final Map<String, Integer> HOURS = Map.of("h", 1, "d", 24, "w", 7 * 24);

  @Override
  public Duration convert(String text) {
    var form = FORM.matcher(text);
    if (!form.matches()) {
      throw new TypeConversionException("'" + text + "' is no period; write 12h, 7d or 2w");
    }
    return Duration.ofHours(Long.parseLong(form.group(1)) * HOURS.get(form.group(2)));
  }
}
