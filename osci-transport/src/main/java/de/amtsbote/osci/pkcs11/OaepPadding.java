package de.amtsbote.osci.pkcs11;

import java.security.MessageDigest;
import java.util.Arrays;
import javax.crypto.BadPaddingException;

/**
 * Takes EME-OAEP off a decrypted block (RFC 8017, 7.1.2), with an empty label. All checks run to
 * their end and there is one error for all of them: which one failed would help to decrypt.
 */
final class OaepPadding {

  private final MessageDigest digest;
  private final MessageDigest mask;

  OaepPadding(MessageDigest digest, MessageDigest mask) {
    this.digest = digest;
    this.mask = mask;
  }

  byte[] remove(byte[] encoded) throws BadPaddingException {
    int hash = digest.getDigestLength();
    if (encoded.length < 2 * hash + 2) {
      throw new BadPaddingException("the key cannot be unwrapped");
    }
    var seed = Arrays.copyOfRange(encoded, 1, 1 + hash);
    var block = Arrays.copyOfRange(encoded, 1 + hash, encoded.length);
    xorMask(seed, block);
    xorMask(block, seed);
    int wrong = encoded[0];
    var label = digest.digest();
    for (int i = 0; i < hash; i++) {
      wrong |= label[i] ^ block[i];
    }
    int start = startOfMessage(block, hash);
    wrong |= (start - 1) >> 31;
    if (wrong != 0) {
      throw new BadPaddingException("the key cannot be unwrapped");
    }
    return Arrays.copyOfRange(block, start, block.length);
  }

  /** Behind the first 01, which only zeros may precede; 0 if there is none. */
  private static int startOfMessage(byte[] block, int hash) {
    int start = 0;
    int searching = -1;
    int broken = 0;
    for (int i = hash; i < block.length; i++) {
      int octet = block[i] & 0xff;
      int isOne = maskIfZero(octet ^ 1);
      int isZero = maskIfZero(octet);
      start |= searching & isOne & (i + 1);
      broken |= searching & ~isOne & ~isZero;
      searching &= ~isOne;
    }
    return start & ~broken;
  }

  private static int maskIfZero(int value) {
    return ((value | -value) >> 31) ^ -1;
  }

  private void xorMask(byte[] target, byte[] source) {
    int length = mask.getDigestLength();
    for (int counter = 0, at = 0; at < target.length; counter++, at += length) {
      mask.update(source);
      mask.update(
          new byte[] {
            (byte) (counter >>> 24), (byte) (counter >>> 16), (byte) (counter >>> 8), (byte) counter
          });
      var octets = mask.digest();
      for (int i = 0; i < length && at + i < target.length; i++) {
        target[at + i] ^= octets[i];
      }
    }
  }
}
