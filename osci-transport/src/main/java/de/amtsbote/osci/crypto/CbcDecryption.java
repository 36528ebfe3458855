package de.amtsbote.osci.crypto;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.GeneralSecurityException;
import javax.crypto.BadPaddingException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.IvParameterSpec;

/**
 * CBC decryption in constant memory; only the last octet of the padding counts (XML Encryption).
 */
final class CbcDecryption {

  private static final int CHUNK = 32 * 1024;

  private final Cipher cipher;
  private final int block;

  CbcDecryption(CipherAlgorithm algorithm, String transformation, SecretKey key, byte[] vector)
      throws GeneralSecurityException {
    cipher = CryptoProviders.cipher(transformation);
    cipher.init(Cipher.DECRYPT_MODE, key, new IvParameterSpec(vector));
    block = algorithm.blockLength();
  }

  void decrypt(InputStream in, OutputStream plain) throws IOException, GeneralSecurityException {
    byte[] cipherText = new byte[CHUNK];
    byte[] text = new byte[CHUNK + block];
    byte[] held = new byte[block];
    int heldCount = 0;
    while (true) {
      int read = in.readNBytes(cipherText, 0, CHUNK);
      int count = cipher.update(cipherText, 0, read, text, 0);
      if (count > 0) {
        plain.write(held, 0, heldCount);
        heldCount = block;
        plain.write(text, 0, count - block);
        System.arraycopy(text, count - block, held, 0, block);
      }
      if (read < CHUNK) {
        break;
      }
    }
    cipher.doFinal();
    int padding = held[block - 1] & 0xff;
    if (heldCount == 0 || padding < 1 || padding > block) {
      throw new BadPaddingException("Padding does not fit");
    }
    plain.write(held, 0, block - padding);
  }
}
