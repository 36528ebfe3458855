package de.amtsbote.xoev.xml;

import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Lets UTF-8 through as the standard defines it and nothing else (RFC 3629, section 4). Streaming
 * readers are lenient with overlong forms, in which two of them may see two texts.
 */
final class StrictUtf8 extends WatchedStream {

  private static final long BEYOND_ASCII = 0x8080808080808080L;
  private static final VarHandle EIGHT =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());

  /** Bytes that the current character still needs. */
  private int needed;

  /** What the next of them may be; others are always 80 to BF. */
  private int lowest;

  private int highest;

  StrictUtf8(InputStream in) {
    super(in);
  }

  @Override
  protected void saw(byte[] buffer, int offset, int count) throws IOException {
    if (count > 0) {
      check(buffer, offset, offset + count);
    } else if (count < 0 && needed > 0) {
      throw malformed();
    }
  }

  private void check(byte[] buffer, int from, int to) throws IOException {
    int at = from;
    while (at < to) {
      if (needed == 0) {
        while (at + 8 <= to && ((long) EIGHT.get(buffer, at) & BEYOND_ASCII) == 0) {
          at += 8;
        }
        while (at < to && buffer[at] >= 0) {
          at++;
        }
      }
      if (at < to) {
        next(buffer[at++] & 0xFF);
      }
    }
  }

  private void next(int octet) throws IOException {
    if (needed > 0) {
      if (octet < lowest || octet > highest) {
        throw malformed();
      }
      needed--;
      expect(0x80, 0xBF);
    } else if (octet >= 0xC2 && octet <= 0xDF) {
      needed = 1;
      expect(0x80, 0xBF);
    } else if (octet >= 0xE0 && octet <= 0xEF) {
      needed = 2;
      expect(octet == 0xE0 ? 0xA0 : 0x80, octet == 0xED ? 0x9F : 0xBF);
    } else if (octet >= 0xF0 && octet <= 0xF4) {
      needed = 3;
      expect(octet == 0xF0 ? 0x90 : 0x80, octet == 0xF4 ? 0x8F : 0xBF);
    } else if (octet >= 0x80) {
      throw malformed();
    }
  }

  private void expect(int from, int to) {
    lowest = from;
    highest = to;
  }

  private static CharConversionException malformed() {
    return new CharConversionException("no UTF-8");
  }
}
