package de.amtsbote.gateway.entry.xta;

import de.amtsbote.gateway.xta.XtaError;
import de.amtsbote.gateway.xta.XtaException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * Finds XML messages that their client encoded once too often: the schema's type is Base64 already,
 * and a client that encodes by hand sends Base64 of Base64.
 */
final class DoubleBase64 {

  private static final int LOOK_AT = 256;

  private DoubleBase64() {}

  /**
   * The same octets, when they do not begin as Base64 of an XML document.
   *
   * @throws XtaException 9051 when they do
   */
  static InputStream refuse(InputStream content) throws IOException {
    var beginning = content.readNBytes(LOOK_AT);
    if (isEncodedXml(beginning)) {
      throw new XtaException(
          XtaError.ENCODING_WRONG, "the message is Base64 within Base64; encode it once");
    }
    var again = new PushbackInputStream(content, LOOK_AT);
    again.unread(beginning);
    return again;
  }

  private static boolean isEncodedXml(byte[] octets) {
    var text = new String(octets, StandardCharsets.ISO_8859_1).replaceAll("\\s", "");
    if (!text.matches("[A-Za-z0-9+/]{4,}={0,2}")) {
      return false;
    }
    var whole = text.substring(0, text.length() - text.length() % 4);
    try {
      var decoded = new String(Base64.getDecoder().decode(whole), StandardCharsets.ISO_8859_1);
      return decoded.replaceFirst("^\u00ef\u00bb\u00bf", "").strip().startsWith("<");
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
