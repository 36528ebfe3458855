package de.amtsbote.gateway.xta.v31;

import de.amtsbote.gateway.xta.XtaError;
import de.amtsbote.gateway.xta.XtaException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Objects;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** The octets of a Base64 text in XML, decoded piece by piece up to the end of its element. */
final class Base64Text extends InputStream {

  private static final byte[] VALUES = new byte[128];
  private static final String ALPHABET =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

  static {
    Arrays.fill(VALUES, (byte) -1);
    for (var i = 0; i < ALPHABET.length(); i++) {
      VALUES[ALPHABET.charAt(i)] = (byte) i;
    }
  }

  private final XMLStreamReader xml;
  private char[] text = new char[0];
  private int start;
  private int left;
  private int bits;
  private int count;
  private int padding;
  private byte[] ready = new byte[0];
  private int position;
  private int filled;
  private boolean ended;

  /** Begins at the event at which the reader stands. */
  Base64Text(XMLStreamReader xml) throws XMLStreamException {
    this.xml = xml;
    take(xml.getEventType());
  }

  private void take(int event) {
    switch (event) {
      case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
        text = xml.getTextCharacters();
        start = xml.getTextStart();
        left = xml.getTextLength();
      }
      case XMLStreamConstants.COMMENT, XMLStreamConstants.PROCESSING_INSTRUCTION -> left = 0;
      case XMLStreamConstants.END_ELEMENT -> {
        ended = true;
        if (count != 0) {
          throw broken();
        }
      }
      default -> throw broken();
    }
  }

  private boolean fill() throws IOException {
    position = 0;
    filled = 0;
    try {
      while (filled == 0 && !ended) {
        decode();
        if (filled == 0) {
          take(xml.next());
        }
      }
    } catch (XMLStreamException e) {
      throw ContainerReader.unreadable(e);
    }
    return filled > 0;
  }

  private void decode() {
    if (ready.length < left + 3) {
      ready = new byte[left + 3];
    }
    for (; left > 0; left--, start++) {
      var each = text[start];
      if (each != ' ' && each != '\n' && each != '\r' && each != '\t') {
        sign(each);
      }
    }
  }

  private void sign(char each) {
    if (each == '=') {
      padding++;
      if (count < 2 || padding > 2) {
        throw broken();
      }
      bits <<= 6;
    } else {
      if (padding > 0 || each >= VALUES.length || VALUES[each] < 0) {
        throw broken();
      }
      bits = bits << 6 | VALUES[each];
    }
    if (++count == 4) {
      for (var octet = 0; octet < 3 - padding; octet++) {
        ready[filled++] = (byte) (bits >> 16 - 8 * octet);
      }
      count = 0;
      bits = 0;
    }
  }

  private static XtaException broken() {
    return new XtaException(XtaError.PARAMETERS_MISSING, "a content is not Base64");
  }

  @Override
  public int read() throws IOException {
    return position < filled || fill() ? ready[position++] & 0xff : -1;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    Objects.checkFromIndexSize(offset, length, target.length);
    if (length == 0) {
      return 0;
    }
    if (position == filled && !fill()) {
      return -1;
    }
    var taken = Math.min(length, filled - position);
    System.arraycopy(ready, position, target, offset, taken);
    position += taken;
    return taken;
  }
}
