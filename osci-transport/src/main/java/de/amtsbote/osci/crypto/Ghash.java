package de.amtsbote.osci.crypto;

import java.nio.ByteBuffer;

/** GHASH of a few blocks (NIST SP 800-38D), for vectors that have not 12 octets; not for bulk. */
final class Ghash {

  private static final long REDUCTION = 0xe100000000000000L;

  private Ghash() {}

  /** The first counter block of GCM for a vector that has not 12 octets. */
  static byte[] firstCounter(byte[] hashKey, byte[] vector) {
    int padded = (vector.length + 15) / 16 * 16;
    ByteBuffer blocks = ByteBuffer.allocate(padded + 16).put(vector);
    blocks.position(padded + 8);
    blocks.putLong(8L * vector.length).flip();
    ByteBuffer key = ByteBuffer.wrap(hashKey);
    long keyHigh = key.getLong();
    long keyLow = key.getLong();
    long high = 0;
    long low = 0;
    while (blocks.hasRemaining()) {
      long[] product = multiply(high ^ blocks.getLong(), low ^ blocks.getLong(), keyHigh, keyLow);
      high = product[0];
      low = product[1];
    }
    return ByteBuffer.allocate(16).putLong(high).putLong(low).array();
  }

  static long[] multiply(long xHigh, long xLow, long yHigh, long yLow) {
    long high = 0;
    long low = 0;
    long vHigh = yHigh;
    long vLow = yLow;
    for (int i = 0; i < 128; i++) {
      long bit = i < 64 ? xHigh >>> (63 - i) : xLow >>> (127 - i);
      if ((bit & 1) != 0) {
        high ^= vHigh;
        low ^= vLow;
      }
      boolean carry = (vLow & 1) != 0;
      vLow = vLow >>> 1 | vHigh << 63;
      vHigh = vHigh >>> 1;
      if (carry) {
        vHigh ^= REDUCTION;
      }
    }
    return new long[] {high, low};
  }
}
