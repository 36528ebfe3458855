package de.amtsbote.osci.crypto;

import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;

/**
 * What one private key can do, wherever it lives (file or token); safe for use by many threads.
 *
 * <p>Only small data go in: the canonical SignedInfo of a signature, or a wrapped key.
 */
public interface KeyOperations {

  /** The certificate of the key. */
  X509Certificate certificate();

  /**
   * Signs data in the form of XML signatures: for ECDSA the concatenation of r and s.
   *
   * @throws GeneralSecurityException if the key does not fit the method or the token fails
   */
  byte[] sign(SignatureAlgorithm algorithm, byte[] data) throws GeneralSecurityException;

  /**
   * Unwraps a key. Callers must not let anybody outside see whether this failed or the decryption
   * after it.
   *
   * @throws KeyUnavailableException if the key cannot be used for now, whatever it is to unwrap
   * @throws GeneralSecurityException if the padding is wrong
   */
  byte[] decryptKey(KeyTransport transport, byte[] wrappedKey) throws GeneralSecurityException;

  /** Whether this key belongs to the certificate, compared octet by octet. */
  default boolean belongsTo(X509Certificate other) {
    return certificate().equals(other);
  }
}
