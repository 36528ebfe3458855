package de.amtsbote.osci.crypto;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.spec.SecretKeySpec;

/** Finds vectors of 16 octets that lead to a given counter, by calculating GHASH backwards. */
final class GcmVectors {

  private GcmVectors() {}

  /** A vector whose first counter block ends in this number. */
  static byte[] withCounter(byte[] key, int counter) throws GeneralSecurityException {
    Cipher block = Cipher.getInstance("AES/ECB/NoPadding");
    block.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"));
    long[] hash = numbers(block.doFinal(new byte[16]));
    long[] inverse = inverse(hash);
    long[] wanted = {0x0123456789abcdefL, 0x7654321000000000L | counter & 0xffffffffL};
    long[] last = Ghash.multiply(wanted[0], wanted[1], inverse[0], inverse[1]);
    long[] first = Ghash.multiply(last[0], last[1] ^ 128, inverse[0], inverse[1]);
    return ByteBuffer.allocate(16).putLong(first[0]).putLong(first[1]).array();
  }

  private static long[] numbers(byte[] block) {
    ByteBuffer buffer = ByteBuffer.wrap(block);
    return new long[] {buffer.getLong(), buffer.getLong()};
  }

  /** To the power of 2^128 - 2, which is the product of all squares but the number itself. */
  private static long[] inverse(long[] number) {
    long[] square = number;
    long[] product = null;
    for (int i = 1; i < 128; i++) {
      square = Ghash.multiply(square[0], square[1], square[0], square[1]);
      product =
          product == null ? square : Ghash.multiply(product[0], product[1], square[0], square[1]);
    }
    return product;
  }
}
