package de.amtsbote.osci.spool;

import de.amtsbote.osci.crypto.CryptoProviders;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Seals the chunks of one file with AES-256-GCM under a key that lives in this object only. */
final class ChunkCipher {

  static final int TAG = 16;

  private final SecretKeySpec key = new SecretKeySpec(CryptoProviders.random(32), "AES");

  /** A cipher for the use of one thread. */
  Cipher cipher() throws SpoolException {
    try {
      return CryptoProviders.cipher("AES/GCM/NoPadding");
    } catch (GeneralSecurityException e) {
      throw new SpoolException("A spool file cannot be sealed or opened", e);
    }
  }

  /** Seals or opens the chunk of this number; each number is sealed with one text only. */
  int crypt(Cipher cipher, int mode, long number, byte[] octets, int count, byte[] target)
      throws SpoolException {
    try {
      byte[] nonce = ByteBuffer.allocate(12).putLong(4, number).array();
      cipher.init(mode, key, new GCMParameterSpec(TAG * Byte.SIZE, nonce));
      return cipher.doFinal(octets, 0, count, target, 0);
    } catch (GeneralSecurityException e) {
      throw new SpoolException("A spool file cannot be sealed or opened", e);
    }
  }
}
