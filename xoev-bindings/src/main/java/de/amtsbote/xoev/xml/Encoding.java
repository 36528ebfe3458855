package de.amtsbote.xoev.xml;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells the character encoding of a message from its first bytes. Readers are told the encoding
 * found here and never look for themselves, so no disguise makes two of them see different texts.
 */
public final class Encoding {

  /** The encoding of messages. */
  public static final String UTF_8 = "UTF-8";

  /** US-ASCII is a part of UTF-8. */
  private static final Set<String> ALLOWED = Set.of(UTF_8, "US-ASCII");

  private static final int LONGEST_DECLARATION = 1_024;
  private static final Pattern DECLARED =
      Pattern.compile("\\sencoding\\s*=\\s*[\"']([A-Za-z0-9._:-]{1,40})[\"']");

  private Encoding() {}

  /**
   * The encoding a message claims.
   *
   * @param in stands at the start and is left there; must support marks
   * @throws IOException when the bytes cannot be read
   */
  public static String of(InputStream in) throws IOException {
    in.mark(LONGEST_DECLARATION);
    byte[] start = in.readNBytes(LONGEST_DECLARATION);
    in.reset();
    return of(start);
  }

  /** True for an encoding in which messages are taken. */
  public static boolean isAllowed(String encoding) {
    return ALLOWED.contains(encoding);
  }

  /** The text of an XML file that need not be a message, in the encoding that it claims. */
  public static String text(byte[] file) {
    String text = new String(file, charset(of(Arrays.copyOf(file, LONGEST_DECLARATION))));
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  private static Charset charset(String name) {
    try {
      return Charset.forName(name);
    } catch (IllegalArgumentException unknown) {
      return StandardCharsets.UTF_8;
    }
  }

  private static String of(byte[] start) {
    int bytes = 0;
    for (int i = 0; i < 4; i++) {
      bytes = bytes << 8 | (i < start.length ? start[i] & 0xFF : 0x20);
    }
    int pair = bytes >>> 16;
    if (bytes == 0x0000FEFF || bytes == 0xFFFE0000 || bytes == 0x0000003C || bytes == 0x3C000000) {
      return "UTF-32";
    }
    if (pair == 0xFEFF || pair == 0x003C) {
      return "UTF-16BE";
    }
    if (pair == 0xFFFE || pair == 0x3C00) {
      return "UTF-16LE";
    }
    if (bytes == 0x4C6FA794) {
      return "EBCDIC";
    }
    if (bytes >>> 8 == 0x2B2F76 || bytes == 0x2B414477) {
      return "UTF-7";
    }
    int skip = bytes >>> 8 == 0xEFBBBF ? 3 : 0;
    return declared(new String(start, skip, start.length - skip, StandardCharsets.ISO_8859_1));
  }

  private static String declared(String head) {
    if (!head.startsWith("<?xml") || head.length() < 6 || head.charAt(5) > ' ') {
      return UTF_8;
    }
    int end = head.indexOf("?>");
    if (end < 0 && head.length() >= LONGEST_DECLARATION - 3) {
      return "XML declaration of more than " + LONGEST_DECLARATION + " bytes";
    }
    Matcher declared = DECLARED.matcher(end < 0 ? head : head.substring(0, end));
    return declared.find() ? declared.group(1).toUpperCase(Locale.ROOT) : UTF_8;
  }
}
