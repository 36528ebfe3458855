package de.amtsbote.gateway.entry.scan;

import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.GatewayException;

/** What an answer of clamd means. */
final class Verdict {

  private static final int LONGEST_QUOTE = 80;

  private Verdict() {}

  /**
   * Does nothing when the content is clean.
   *
   * @param said as it came; empty when the scanner hung up without a word
   * @throws GatewayException CONTENT_INFECTED; CONTENT_UNSCANNABLE when the scanner is there and
   *     says that it cannot tell; SCANNER_UNAVAILABLE when it says nothing that can be understood
   */
  static void require(String said) {
    if (said.endsWith(" FOUND")) {
      throw new GatewayException(
          ErrorCode.CONTENT_INFECTED,
          "the virus scanner found " + quoted(said, " FOUND", "[^A-Za-z0-9._-]"));
    }
    if (said.endsWith(" ERROR")) {
      throw new GatewayException(
          ErrorCode.CONTENT_UNSCANNABLE,
          "the virus scanner says: " + quoted(said, " ERROR", "[^A-Za-z0-9._ -]"));
    }
    if (!said.endsWith(" OK")) {
      throw Clamd.unavailable(said.isEmpty() ? "hung up" : "says what nobody understands", null);
    }
  }

  private static String quoted(String said, String end, String odd) {
    var words =
        said.substring(0, said.length() - end.length())
            .replaceFirst("^stream: ", "")
            .replaceAll(odd, "?");
    return words.substring(0, Math.min(words.length(), LONGEST_QUOTE));
  }
}
