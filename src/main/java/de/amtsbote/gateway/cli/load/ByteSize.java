package de.amtsbote.gateway.cli.load;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Sizes as the configuration writes them; KB and KiB are both 1,024 bytes. */
final class ByteSize implements ITypeConverter<Long> {

  private static final Pattern SIZE = Pattern.compile("(\\d{1,12})\\s*([kmg]?)i?b?");

  @Override
  public Long convert(String text) {
    Matcher size = SIZE.matcher(text.strip().toLowerCase(Locale.ROOT));
    if (!size.matches()) {
      throw new TypeConversionException("'" + text + "' is no size; write 10KiB, 1MiB or bytes");
    }
    int shift = 10 * (" kmg".indexOf(size.group(2).isEmpty() ? " " : size.group(2)));
    return Long.parseLong(size.group(1)) << shift;
  }
}
