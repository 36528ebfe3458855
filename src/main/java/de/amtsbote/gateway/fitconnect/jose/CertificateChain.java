package de.amtsbote.gateway.fitconnect.jose;

import de.amtsbote.osci.crypto.CryptoProviders;
import de.amtsbote.osci.crypto.DigestAlgorithm;
import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** The certificates that stand in a key (RFC 7517 sections 4.7 and 4.9). */
final class CertificateChain {

  private static final int MOST = 8;

  private CertificateChain() {}

  /**
   * Reads them, that of the key first.
   *
   * @return empty when there are none
   * @throws JoseException when they are no certificates, or of another key
   */
  static List<X509Certificate> of(JsonNode jwk, RSAPublicKey key) throws JoseException {
    var texts = jwk.path("x5c");
    require(texts.isMissingNode() || texts.isArray() && !texts.isEmpty(), "has an empty x5c");
    require(texts.size() <= MOST, "has too many certificates");
    var chain = new ArrayList<X509Certificate>();
    try {
      var factory = CertificateFactory.getInstance("X.509");
      for (var it : texts) {
        var octets = Base64.getDecoder().decode(it.asString(""));
        chain.add((X509Certificate) factory.generateCertificate(new ByteArrayInputStream(octets)));
      }
      if (!chain.isEmpty()) {
        require(isOf(chain.get(0), key), "has the certificate of another key");
        requireThumbprint(jwk, chain.get(0));
      }
      return List.copyOf(chain);
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new JoseException("a key has an x5c that cannot be read", e);
    }
  }

  /** As they stand in a key. */
  static List<String> texts(List<X509Certificate> chain) {
    var texts = new ArrayList<String>();
    for (var it : chain) {
      try {
        texts.add(Base64.getEncoder().encodeToString(it.getEncoded()));
      } catch (CertificateEncodingException e) {
        throw new IllegalStateException("a certificate that was read cannot be written", e);
      }
    }
    return texts;
  }

  private static boolean isOf(X509Certificate certificate, RSAPublicKey key) {
    return certificate.getPublicKey() instanceof RSAPublicKey other
        && other.getModulus().equals(key.getModulus())
        && other.getPublicExponent().equals(key.getPublicExponent());
  }

  private static void requireThumbprint(JsonNode jwk, X509Certificate certificate)
      throws GeneralSecurityException, JoseException {
    var said = jwk.path("x5t#S256").asString("");
    require(
        said.isEmpty() || said.equals(sha256(certificate.getEncoded())),
        "has the thumbprint of another certificate");
  }

  /** SHA-256 as base64url. */
  static String sha256(byte[] octets) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(CryptoProviders.digest(DigestAlgorithm.SHA256).digest(octets));
  }

  private static void require(boolean condition, String problem) throws JoseException {
    if (!condition) {
      throw new JoseException("a key " + problem);
    }
  }
}
