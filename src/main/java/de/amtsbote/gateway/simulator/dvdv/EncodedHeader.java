package de.amtsbote.gateway.simulator.dvdv;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Writes texts for headers in the form of RFC 2047: words of at most 75 characters each. */
final class EncodedHeader {

  private static final int MOST_CHARACTERS = 20;

  private EncodedHeader() {}

  static String of(String text) {
    var words = new StringBuilder();
    for (var from = 0; from < text.length(); from += MOST_CHARACTERS) {
      var some = text.substring(from, Math.min(from + MOST_CHARACTERS, text.length()));
      var octets = some.getBytes(StandardCharsets.UTF_8);
      words
          .append(words.isEmpty() ? "" : " ")
          .append("=?UTF-8?B?")
          .append(Base64.getEncoder().encodeToString(octets))
          .append("?=");
    }
    return words.toString();
  }
}
