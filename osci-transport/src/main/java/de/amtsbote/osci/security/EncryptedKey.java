package de.amtsbote.osci.security;

import de.amtsbote.osci.crypto.KeyTransport;
import java.security.cert.X509Certificate;
import java.util.Optional;

/**
 * An xenc:EncryptedKey as it was read.
 *
 * @param method URI of the key transport
 * @param digest URI of the OAEP digest; null if absent
 * @param mgf URI of the mask generation function; null if absent
 * @param certificateId {@code Id} of the reader's certificate element; null if it is not named so
 * @param certificate reader's certificate; null if it is not given itself
 * @param wrapped the wrapped key
 */
public record EncryptedKey(
    String method,
    String digest,
    String mgf,
    String certificateId,
    X509Certificate certificate,
    byte[] wrapped) {

  /** The key transport, if we know it. */
  public Optional<KeyTransport> transport() {
    return Algorithms.keyTransport(method, digest, mgf);
  }
}
