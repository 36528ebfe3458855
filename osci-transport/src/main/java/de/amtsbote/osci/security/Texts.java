package de.amtsbote.osci.security;

import de.amtsbote.osci.error.OsciException;
import de.amtsbote.osci.error.Rule;
import de.amtsbote.osci.io.Base64DecodingOutput;
import de.amtsbote.osci.xml.XmlCursor;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Short texts of elements. */
final class Texts {

  private static final int MAX_LENGTH = 64 * 1024;

  private Texts() {}

  /** The octets of a short Base64 text. */
  static byte[] base64(XmlCursor cursor) throws OsciException {
    String name = cursor.localName();
    String text = cursor.readText(MAX_LENGTH);
    ByteArrayOutputStream octets = new ByteArrayOutputStream();
    try (Base64DecodingOutput decoder = new Base64DecodingOutput(octets)) {
      byte[] characters = text.getBytes(StandardCharsets.UTF_8);
      decoder.write(characters, 0, characters.length);
    } catch (IOException e) {
      throw new OsciException(Rule.STRUCTURE, name + " is not Base64", e);
    }
    return octets.toByteArray();
  }

  /** An attribute that must be there. */
  static String required(XmlCursor cursor, String attribute) throws OsciException {
    String value = cursor.attribute(attribute);
    if (value == null) {
      throw new OsciException(Rule.STRUCTURE, cursor.localName() + " without " + attribute);
    }
    return value;
  }

  /** An element that must not stand where the cursor is. */
  static OsciException unexpected(XmlCursor cursor) {
    return new OsciException(Rule.STRUCTURE, cursor.localName() + " is not expected here");
  }
}
