package de.amtsbote.osci.crypto;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Encrypts and decrypts octet streams as XML Encryption lays them out: vector, cipher text, tag.
 */
public final class ContentCipher {

  /** Up to here one native call is faster than a stream, and small enough to be held. */
  private static final int ONE_CALL = 256 * 1024;

  private static final byte[] NOTHING = {};

  private final CipherAlgorithm algorithm;
  private final int ivLength;

  /**
   * A cipher.
   *
   * @param ivLength octets of a GCM vector; the block length for CBC
   */
  public ContentCipher(CipherAlgorithm algorithm, int ivLength) {
    this.algorithm = algorithm;
    this.ivLength =
        algorithm.mode() == CipherAlgorithm.Mode.CBC ? algorithm.blockLength() : ivLength;
  }

  /** A new random key. */
  public byte[] newKey() {
    return CryptoProviders.random(algorithm.keyLength());
  }

  /** A new random vector. */
  public byte[] newVector() {
    return CryptoProviders.random(ivLength);
  }

  /** Octets that so many octets of plain text become, with vector and tag or padding. */
  public long encryptedLength(long plainLength) {
    if (algorithm.mode() == CipherAlgorithm.Mode.GCM) {
      return ivLength + plainLength + GcmDecryption.TAG;
    }
    return ivLength + (plainLength / algorithm.blockLength() + 1) * algorithm.blockLength();
  }

  /** Reads vector, cipher text and tag while reading the plain text. */
  public InputStream encrypt(byte[] key, byte[] vector, InputStream plain)
      throws GeneralSecurityException {
    return encrypt(key, vector, NOTHING, plain);
  }

  /**
   * The same with octets that are not encrypted, but covered by the tag; for GCM only, and not in
   * OSCI, but in other envelopes.
   */
  public InputStream encrypt(byte[] key, byte[] vector, byte[] associated, InputStream plain)
      throws GeneralSecurityException {
    boolean gcm = algorithm.mode() == CipherAlgorithm.Mode.GCM;
    Cipher cipher =
        CryptoProviders.cipher(transformation(gcm ? "GCM/NoPadding" : "CBC/PKCS5Padding"));
    cipher.init(
        Cipher.ENCRYPT_MODE,
        secret(key),
        gcm
            ? new GCMParameterSpec(GcmDecryption.TAG * Byte.SIZE, vector)
            : new IvParameterSpec(vector));
    if (associated.length > 0) {
      cipher.updateAAD(associated);
    }
    return new SequenceInputStream(
        new ByteArrayInputStream(vector), new CipherInput(plain, cipher));
  }

  /**
   * Decrypts to the end. What was written before an exception must not be used.
   *
   * @throws GeneralSecurityException if key, tag, padding or length do not fit
   */
  public void decrypt(byte[] key, InputStream in, OutputStream plain)
      throws IOException, GeneralSecurityException {
    decrypt(key, NOTHING, in, plain);
  }

  /** The same with octets that the tag covers, too; for GCM only. */
  public void decrypt(byte[] key, byte[] associated, InputStream in, OutputStream plain)
      throws IOException, GeneralSecurityException {
    byte[] vector = in.readNBytes(ivLength);
    if (vector.length < ivLength) {
      throw new GeneralSecurityException("Too short");
    }
    if (algorithm.mode() == CipherAlgorithm.Mode.GCM) {
      decryptGcm(secret(key), vector, associated, in, plain);
    } else {
      new CbcDecryption(algorithm, transformation("CBC/NoPadding"), secret(key), vector)
          .decrypt(in, plain);
    }
  }

  private static void decryptGcm(
      SecretKey key, byte[] vector, byte[] associated, InputStream in, OutputStream plain)
      throws IOException, GeneralSecurityException {
    int small = CryptoProviders.preferredProvider().isPresent() ? ONE_CALL : 0;
    byte[] head = in.readNBytes(small);
    if (head.length < small) {
      plain.write(GcmDecryption.whole(key, vector, associated, head));
    } else {
      InputStream all = new SequenceInputStream(new ByteArrayInputStream(head), in);
      new GcmDecryption(key, vector, associated).decrypt(all, plain);
    }
  }

  /** A key of the right length, to go on with when unwrapping failed, so that nobody can tell. */
  public byte[] decoyKey() {
    return newKey();
  }

  /** Whether an unwrapped key can be one of this cipher. */
  public boolean fits(byte[] key) {
    return key.length == algorithm.keyLength();
  }

  private SecretKey secret(byte[] key) {
    return new SecretKeySpec(Arrays.copyOf(key, key.length), algorithm.keyAlgorithm());
  }

  private String transformation(String mode) {
    return algorithm.keyAlgorithm() + "/" + mode;
  }
}
