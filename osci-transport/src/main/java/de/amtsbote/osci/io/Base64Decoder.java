package de.amtsbote.osci.io;

import java.io.IOException;
import java.util.Arrays;

/**
 * Decodes Base64 in pieces. White space is skipped; anything else that is not Base64 is refused.
 * The JDK's MIME decoder skips whatever it does not know, which would let two readers see two
 * contents.
 */
final class Base64Decoder {

  private static final int SPACE = -1;
  private static final int PADDING = -2;
  private static final int ILLEGAL = -3;
  private static final int[] VALUES = values();

  private int quad;
  private int digits;
  private int padding;

  private static int[] values() {
    int[] values = new int[256];
    Arrays.fill(values, ILLEGAL);
    String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    for (int i = 0; i < alphabet.length(); i++) {
      values[alphabet.charAt(i)] = i;
    }
    for (char space : new char[] {' ', '\t', '\r', '\n'}) {
      values[space] = SPACE;
    }
    values['='] = PADDING;
    return values;
  }

  /** Octets that decoding this many characters yields at most. */
  static int bound(int characters) {
    return (characters + 3) / 4 * 3 + 3;
  }

  int decode(byte[] in, int offset, int count, byte[] out) throws IOException {
    int from = offset;
    int end = offset + count;
    int to = 0;
    while (from < end) {
      if (digits == 0 && padding == 0) {
        int quads = whole(in, from, end, out, to);
        from += 4 * quads;
        to += 3 * quads;
        if (from >= end) {
          break;
        }
      }
      int value = VALUES[in[from++] & 0xff];
      if (value >= 0) {
        to += digit(value, out, to);
      } else if (value == PADDING) {
        to += pad(out, to);
      } else if (value == ILLEGAL) {
        throw new IOException("Not Base64");
      }
    }
    return to;
  }

  private static int whole(byte[] in, int start, int end, byte[] out, int target) {
    int from = start;
    int to = target;
    int[] values = VALUES;
    while (from + 4 <= end) {
      int a = values[in[from] & 0xff];
      int b = values[in[from + 1] & 0xff];
      int c = values[in[from + 2] & 0xff];
      int d = values[in[from + 3] & 0xff];
      if ((a | b | c | d) < 0) {
        break;
      }
      int bits = a << 18 | b << 12 | c << 6 | d;
      out[to] = (byte) (bits >> 16);
      out[to + 1] = (byte) (bits >> 8);
      out[to + 2] = (byte) bits;
      from += 4;
      to += 3;
    }
    return (from - start) / 4;
  }

  private int digit(int value, byte[] out, int to) throws IOException {
    if (padding > 0) {
      throw new IOException("Base64 goes on after its padding");
    }
    quad = quad << 6 | value;
    if (++digits < 4) {
      return 0;
    }
    out[to] = (byte) (quad >> 16);
    out[to + 1] = (byte) (quad >> 8);
    out[to + 2] = (byte) quad;
    digits = 0;
    quad = 0;
    return 3;
  }

  private int pad(byte[] out, int to) throws IOException {
    padding++;
    if (digits < 2 || digits + padding > 4) {
      throw new IOException("Base64 with wrong padding");
    }
    if (digits + padding < 4) {
      return 0;
    }
    if (digits == 2) {
      out[to] = (byte) (quad >> 4);
      return 1;
    }
    out[to] = (byte) (quad >> 10);
    out[to + 1] = (byte) (quad >> 2);
    return 2;
  }

  void finish() throws IOException {
    if (padding > 0 ? digits + padding != 4 : digits != 0) {
      throw new IOException("Base64 ends too early");
    }
  }
}
