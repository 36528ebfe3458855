package de.amtsbote.gateway.directory.dvdv.http;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads header texts in the form of RFC 2047; what is not well formed stays as it is. */
final class EncodedWords {

  private static final Pattern WORD =
      Pattern.compile("=\\?([A-Za-z0-9._:-]+)(?:\\*[A-Za-z0-9-]*)?\\?([BbQq])\\?([^?\\s]*)\\?=");
  private static final Pattern BETWEEN = Pattern.compile("(\\?=)\\s+(?==\\?)");
  private static final int LONGEST = 2000;
  private static final int HEX = 16;

  private EncodedWords() {}

  /** The text, without control characters, of 2000 characters at most. */
  static String decode(String header) {
    // blanks between two encoded words only separate them
    var joined = BETWEEN.matcher(header).replaceAll("$1");
    var matcher = WORD.matcher(joined);
    var text = new StringBuilder();
    while (matcher.find()) {
      matcher.appendReplacement(text, Matcher.quoteReplacement(word(matcher)));
    }
    matcher.appendTail(text);
    var plain = text.toString().replaceAll("\\p{Cntrl}+", " ").strip();
    return plain.length() > LONGEST ? plain.substring(0, LONGEST) : plain;
  }

  private static String word(Matcher word) {
    try {
      var octets =
          word.group(2).toUpperCase(Locale.ROOT).equals("B")
              ? Base64.getDecoder().decode(word.group(3))
              : quoted(word.group(3));
      return new String(octets, Charset.forName(word.group(1)));
    } catch (IllegalArgumentException e) {
      return word.group();
    }
  }

  private static byte[] quoted(String text) {
    var octets = new ByteArrayOutputStream();
    var given = text.getBytes(StandardCharsets.ISO_8859_1);
    for (var i = 0; i < given.length; i++) {
      if (given[i] == '=') {
        octets.write(Integer.parseInt(text.substring(i + 1, Math.min(i + 3, given.length)), HEX));
        i += 2;
      } else {
        octets.write(given[i] == '_' ? ' ' : given[i]);
      }
    }
    return octets.toByteArray();
  }
}
