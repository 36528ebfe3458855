package de.amtsbote.osci.crypto;

import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Which algorithms are written, which are accepted, and which are refused, after BSI TR-03116 and
 * TR-02102 and the enumerations of OSCI-Transport 1.2 (up to Korrigenda 10). SHA-1 in a signature
 * is refused by every policy.
 *
 * @param name for timelines and reports
 * @param written what we use ourselves
 * @param legacy whether RSA PKCS#1 v1.5 key transport, Triple DES, OAEP with SHA-1, and CBC that no
 *     verified signature covers are accepted
 * @param minimumRsaBits shortest RSA key accepted
 */
public record AlgorithmPolicy(String name, Written written, boolean legacy, int minimumRsaBits) {

  private static final int MINIMUM_EC_BITS = 256;
  private static final Set<DigestAlgorithm> DIGESTS =
      EnumSet.complementOf(EnumSet.of(DigestAlgorithm.SHA1));

  /**
   * What we use ourselves.
   *
   * @param digest of signature references
   * @param rsaSignature method of RSA keys
   * @param cipher of contents, attachments and messages
   * @param ivLength of GCM in octets, 12 or 16
   * @param keyTransport of content keys
   */
  public record Written(
      DigestAlgorithm digest,
      SignatureAlgorithm rsaSignature,
      CipherAlgorithm cipher,
      int ivLength,
      KeyTransport keyTransport) {

    /** Refuses lengths that no peer reads. */
    public Written {
      Objects.requireNonNull(digest);
      if (ivLength != 12 && ivLength != 16) {
        throw new IllegalArgumentException("GCM vectors have 12 or 16 octets");
      }
    }

    /** SHA-256, RSA PKCS#1 v1.5, AES-256-GCM with 12 octets, RSA-OAEP with SHA-256. */
    public static final Written DEFAULT =
        new Written(
            DigestAlgorithm.SHA256,
            SignatureAlgorithm.RSA_SHA256,
            CipherAlgorithm.AES256_GCM,
            12,
            KeyTransport.OAEP_SHA256);

    /** The default with RSA-PSS instead of PKCS#1 v1.5 signatures. */
    public static final Written PSS =
        new Written(
            DigestAlgorithm.SHA256,
            SignatureAlgorithm.RSA_PSS_SHA256,
            CipherAlgorithm.AES256_GCM,
            12,
            KeyTransport.OAEP_SHA256);
  }

  /** The default: nothing broken, nothing that leaks by its padding. */
  public static AlgorithmPolicy standard() {
    return new AlgorithmPolicy("default", Written.DEFAULT, false, 2048);
  }

  /** For single partners with old software: also reads what the default refuses, never SHA-1. */
  public static AlgorithmPolicy legacyPartner() {
    return new AlgorithmPolicy("legacy", Written.DEFAULT, true, 2048);
  }

  /** This policy writing other algorithms. */
  public AlgorithmPolicy writing(Written other) {
    return new AlgorithmPolicy(name, other, legacy, minimumRsaBits);
  }

  /** The method to sign with for a key: the RSA one of this policy, or ECDSA by curve size. */
  public SignatureAlgorithm signatureFor(PublicKey key) {
    if (!(key instanceof ECPublicKey ec)) {
      return written.rsaSignature();
    }
    int bits = ec.getParams().getCurve().getField().getFieldSize();
    return bits >= 512
        ? SignatureAlgorithm.ECDSA_SHA512
        : bits >= 384 ? SignatureAlgorithm.ECDSA_SHA384 : SignatureAlgorithm.ECDSA_SHA256;
  }

  /** Whether a digest may stand in a signature reference. */
  public boolean accepts(DigestAlgorithm digest) {
    return DIGESTS.contains(digest);
  }

  /** Whether a signature method may be used. */
  public boolean accepts(SignatureAlgorithm algorithm) {
    return accepts(algorithm.digest());
  }

  /** Whether a key wrapping may be used. */
  public boolean accepts(KeyTransport transport) {
    if (transport.method() == KeyTransport.Method.RSA_1_5) {
      return legacy;
    }
    return legacy
        || (transport.digest() != DigestAlgorithm.SHA1
            && transport.mgfDigest() != DigestAlgorithm.SHA1);
  }

  /** Whether a cipher may be used; for CBC see also {@link #needsSignature}. */
  public boolean accepts(CipherAlgorithm cipher) {
    return legacy || cipher != CipherAlgorithm.TRIPLE_DES_CBC;
  }

  /** Whether what is encrypted this way must be covered by a signature that was verified. */
  public boolean needsSignature(CipherAlgorithm cipher) {
    return !legacy && cipher.mode() == CipherAlgorithm.Mode.CBC;
  }

  /**
   * What this policy refuses of an encryption, as URIs; empty if it accepts all of it.
   *
   * @param transport null if the key was not wrapped
   * @param signed whether a verified signature covers what was encrypted
   */
  public List<String> refusals(CipherAlgorithm cipher, KeyTransport transport, boolean signed) {
    List<String> refused = new ArrayList<>();
    if (!accepts(cipher) || needsSignature(cipher) && !signed) {
      refused.add(cipher.uri());
    }
    if (transport != null && !accepts(transport)) {
      refused.add(transport.method().uri());
    }
    return refused;
  }

  /** Whether something may be encrypted for a key: only RSA transports keys here. */
  public boolean writesTo(PublicKey key) {
    return key instanceof RSAPublicKey && accepts(key);
  }

  /** Whether a public key is long enough. */
  public boolean accepts(PublicKey key) {
    if (key instanceof RSAPublicKey rsa) {
      return rsa.getModulus().bitLength() >= minimumRsaBits;
    }
    return key instanceof ECPublicKey ec
        && ec.getParams().getCurve().getField().getFieldSize() >= MINIMUM_EC_BITS;
  }
}
