package de.amtsbote.xoev.validation;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells the character encoding of a message from its first bytes. */
final class Encoding {

  /** Encodings in which XÖV messages come; US-ASCII is a part of UTF-8. */
  static final Set<String> ALLOWED = Set.of("UTF-8", "US-ASCII");

  private static final Pattern DECLARED =
      Pattern.compile("^<\\?xml[^>]*?encoding\\s*=\\s*[\"']([A-Za-z0-9._:-]{1,40})[\"']");

  private Encoding() {}

  static String of(byte[] start, int length) {
    if (length >= 2) {
      int first = (start[0] & 0xFF) << 8 | start[1] & 0xFF;
      if (first == 0xFEFF || first == 0x003C) {
        return "UTF-16BE";
      }
      if (first == 0xFFFE || first == 0x3C00) {
        return "UTF-16LE";
      }
      if (first == 0x0000) {
        return "UTF-32";
      }
    }
    int skip = length >= 3 && start[0] == (byte) 0xEF && start[1] == (byte) 0xBB ? 3 : 0;
    String head = new String(start, skip, length - skip, StandardCharsets.ISO_8859_1);
    Matcher declared = DECLARED.matcher(head);
    return declared.find() ? declared.group(1).toUpperCase(Locale.ROOT) : "UTF-8";
  }
}
