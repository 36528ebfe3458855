package de.amtsbote.osci.xml;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Turns parsed characters into canonical UTF-8 octets, with a short way for long plain text. */
final class TextOctets {

  private byte[] octets = new byte[4 * 1024];
  private int length;
  private char pendingSurrogate;

  byte[] octets() {
    return octets;
  }

  int length() {
    return length;
  }

  void convert(char[] chars, int offset, int count) {
    length = 0;
    if (octets.length < count) {
      octets = new byte[count];
    }
    int plain = pendingSurrogate == 0 ? plain(chars, offset, count) : 0;
    length = plain;
    if (plain < count) {
      rest(chars, offset + plain, count - plain);
    }
  }

  private int plain(char[] chars, int offset, int count) {
    byte[] out = octets;
    for (int i = 0; i < count; i++) {
      char c = chars[offset + i];
      if (c >= 0x80 || c == '&' || c == '<' || c == '>' || c == '\r') {
        return i;
      }
      out[i] = (byte) c;
    }
    return count;
  }

  private void rest(char[] chars, int offset, int count) {
    StringBuilder text = new StringBuilder(count + 16);
    if (pendingSurrogate != 0) {
      text.append(pendingSurrogate);
      pendingSurrogate = 0;
    }
    for (int i = 0; i < count; i++) {
      char c = chars[offset + i];
      String replacement = Escape.replacement(c, false);
      if (replacement != null) {
        text.append(replacement);
      } else if (i == count - 1 && Character.isHighSurrogate(c)) {
        pendingSurrogate = c;
      } else {
        text.append(c);
      }
    }
    byte[] encoded = text.toString().getBytes(StandardCharsets.UTF_8);
    if (octets.length < length + encoded.length) {
      octets = Arrays.copyOf(octets, length + encoded.length);
    }
    System.arraycopy(encoded, 0, octets, length, encoded.length);
    length += encoded.length;
  }
}
