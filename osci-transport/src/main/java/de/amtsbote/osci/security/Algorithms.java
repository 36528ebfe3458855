package de.amtsbote.osci.security;

import de.amtsbote.osci.crypto.DigestAlgorithm;
import de.amtsbote.osci.crypto.KeyTransport;
import java.util.Optional;

/** Identifiers that stand in signatures and encrypted data beside the algorithms themselves. */
final class Algorithms {

  static final String C14N = "http://www.w3.org/TR/2001/REC-xml-c14n-20010315";
  static final String BASE64 = "http://www.w3.org/2000/09/xmldsig#base64";
  static final String X509_DATA = "http://www.w3.org/2000/09/xmldsig#X509Data";

  private Algorithms() {}

  /**
   * The key transport that an EncryptionMethod names; absent parameters are SHA-1 by its standard.
   */
  static Optional<KeyTransport> keyTransport(String uri, String digestUri, String mgfUri) {
    if (uri.equals(KeyTransport.Method.RSA_1_5.uri())) {
      return Optional.of(KeyTransport.RSA_1_5);
    }
    if (!uri.equals(KeyTransport.Method.RSA_OAEP.uri())) {
      return Optional.empty();
    }
    Optional<DigestAlgorithm> digest =
        digestUri == null ? Optional.of(DigestAlgorithm.SHA1) : DigestAlgorithm.of(digestUri);
    Optional<DigestAlgorithm> mgf =
        mgfUri == null ? Optional.of(DigestAlgorithm.SHA1) : DigestAlgorithm.ofMgf(mgfUri);
    return digest.flatMap(d -> mgf.map(m -> new KeyTransport(KeyTransport.Method.RSA_OAEP, d, m)));
  }
}
