package de.amtsbote.osci.crypto;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.IvParameterSpec;

/**
 * AES-GCM decryption in constant memory. Providers hold all plain text back until the tag is
 * checked; here the text is deciphered in counter mode and enciphered again by the provider's GCM,
 * which yields the tag to compare. The receiver must keep the text to itself until this returns.
 */
final class GcmDecryption {

  static final int TAG = 16;
  private static final int CHUNK = 32 * 1024;

  private final SecretKey key;
  private final Cipher gcm;
  private final byte[] counter;
  private Cipher ctr;
  private long blocksUntilWrap;

  GcmDecryption(SecretKey key, byte[] vector, byte[] associated) throws GeneralSecurityException {
    this.key = key;
    gcm = CryptoProviders.cipher("AES/GCM/NoPadding");
    gcm.init(Cipher.ENCRYPT_MODE, key, new GCMParameterSpec(TAG * Byte.SIZE, vector));
    cover(gcm, associated);
    counter = firstCounter(vector);
    startCounter((ByteBuffer.wrap(counter).getInt(12) & 0xffffffffL) + 1);
  }

  private byte[] firstCounter(byte[] vector) throws GeneralSecurityException {
    if (vector.length == 12) {
      byte[] first = Arrays.copyOf(vector, 16);
      first[15] = 1;
      return first;
    }
    Cipher block = CryptoProviders.jdkCipher("AES/ECB/NoPadding");
    block.init(Cipher.ENCRYPT_MODE, key);
    return Ghash.firstCounter(block.doFinal(new byte[16]), vector);
  }

  /** GCM counts in the last 32 bits only, counter mode in all 128. */
  private void startCounter(long next) throws GeneralSecurityException {
    int start = (int) next;
    ByteBuffer.wrap(counter).putInt(12, start);
    ctr = CryptoProviders.jdkCipher("AES/CTR/NoPadding");
    ctr.init(Cipher.DECRYPT_MODE, key, new IvParameterSpec(counter));
    blocksUntilWrap = (1L << 32) - (start & 0xffffffffL);
  }

  private static void cover(Cipher cipher, byte[] associated) {
    if (associated.length > 0) {
      cipher.updateAAD(associated);
    }
  }

  /** Decrypts a text that is held whole anyway. */
  static byte[] whole(SecretKey key, byte[] vector, byte[] associated, byte[] cipherText)
      throws GeneralSecurityException {
    Cipher cipher = CryptoProviders.cipher("AES/GCM/NoPadding");
    cipher.init(Cipher.DECRYPT_MODE, key, new GCMParameterSpec(TAG * Byte.SIZE, vector));
    cover(cipher, associated);
    return cipher.doFinal(cipherText);
  }

  /** Reads cipher text and tag to the end; {@link AEADBadTagException} if they do not fit. */
  void decrypt(InputStream in, OutputStream plain) throws IOException, GeneralSecurityException {
    byte[] cipherText = new byte[CHUNK + TAG];
    byte[] text = new byte[CHUNK + TAG];
    byte[] again = new byte[CHUNK + TAG];
    int held = 0;
    while (true) {
      int read = in.readNBytes(cipherText, held, cipherText.length - held);
      held += read;
      boolean last = held < cipherText.length;
      int usable = held - TAG;
      if (last && usable < 0) {
        throw new AEADBadTagException("Too short");
      }
      int count = decipher(cipherText, usable, text, last);
      plain.write(text, 0, count);
      gcm.update(text, 0, count, again, 0);
      System.arraycopy(cipherText, usable, cipherText, 0, TAG);
      held = TAG;
      if (last) {
        break;
      }
    }
    byte[] end = gcm.doFinal();
    byte[] tag = Arrays.copyOfRange(end, end.length - TAG, end.length);
    if (!MessageDigest.isEqual(tag, Arrays.copyOf(cipherText, TAG))) {
      throw new AEADBadTagException("Tag does not fit");
    }
  }

  private int decipher(byte[] in, int count, byte[] out, boolean last)
      throws GeneralSecurityException {
    int first = (int) Math.min(count, blocksUntilWrap * 16);
    int done = ctr.update(in, 0, first, out, 0);
    blocksUntilWrap -= first / 16;
    if (first < count) {
      startCounter(0);
      done += ctr.update(in, first, count - first, out, done);
      blocksUntilWrap -= (count - first) / 16;
    }
    return last ? done + ctr.doFinal(out, done) : done;
  }
}
