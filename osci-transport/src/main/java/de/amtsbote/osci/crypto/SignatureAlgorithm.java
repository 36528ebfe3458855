package de.amtsbote.osci.crypto;

import java.security.InvalidKeyException;
import java.security.Key;
import java.util.Arrays;
import java.util.Optional;

/** Signature methods of XML signatures. */
public enum SignatureAlgorithm {
  RSA_SHA1("http://www.w3.org/2000/09/xmldsig#rsa-sha1", Kind.RSA_PKCS1, DigestAlgorithm.SHA1),
  RSA_SHA256(
      "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256", Kind.RSA_PKCS1, DigestAlgorithm.SHA256),
  RSA_SHA384(
      "http://www.w3.org/2001/04/xmldsig-more#rsa-sha384", Kind.RSA_PKCS1, DigestAlgorithm.SHA384),
  RSA_SHA512(
      "http://www.w3.org/2001/04/xmldsig-more#rsa-sha512", Kind.RSA_PKCS1, DigestAlgorithm.SHA512),
  RSA_PSS_SHA256(
      "http://www.w3.org/2007/05/xmldsig-more#sha256-rsa-MGF1",
      Kind.RSA_PSS,
      DigestAlgorithm.SHA256),
  RSA_PSS_SHA384(
      "http://www.w3.org/2007/05/xmldsig-more#sha384-rsa-MGF1",
      Kind.RSA_PSS,
      DigestAlgorithm.SHA384),
  RSA_PSS_SHA512(
      "http://www.w3.org/2007/05/xmldsig-more#sha512-rsa-MGF1",
      Kind.RSA_PSS,
      DigestAlgorithm.SHA512),
  RSA_PSS_SHA3_256(
      "http://www.w3.org/2007/05/xmldsig-more#sha3-256-rsa-MGF1",
      Kind.RSA_PSS,
      DigestAlgorithm.SHA3_256),
  RSA_PSS_SHA3_384(
      "http://www.w3.org/2007/05/xmldsig-more#sha3-384-rsa-MGF1",
      Kind.RSA_PSS,
      DigestAlgorithm.SHA3_384),
  RSA_PSS_SHA3_512(
      "http://www.w3.org/2007/05/xmldsig-more#sha3-512-rsa-MGF1",
      Kind.RSA_PSS,
      DigestAlgorithm.SHA3_512),
  ECDSA_SHA1("http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha1", Kind.ECDSA, DigestAlgorithm.SHA1),
  ECDSA_SHA256(
      "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256", Kind.ECDSA, DigestAlgorithm.SHA256),
  ECDSA_SHA384(
      "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha384", Kind.ECDSA, DigestAlgorithm.SHA384),
  ECDSA_SHA512(
      "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha512", Kind.ECDSA, DigestAlgorithm.SHA512);

  /** The mathematics behind a method. */
  public enum Kind {
    RSA_PKCS1("RSA"),
    RSA_PSS("RSA"),
    ECDSA("EC");

    private final String keyAlgorithm;

    Kind(String keyAlgorithm) {
      this.keyAlgorithm = keyAlgorithm;
    }

    /** {@code RSA} or {@code EC}, as {@link java.security.Key#getAlgorithm()} says it. */
    public String keyAlgorithm() {
      return keyAlgorithm;
    }
  }

  private final String uri;
  private final Kind kind;
  private final DigestAlgorithm digest;

  SignatureAlgorithm(String uri, Kind kind, DigestAlgorithm digest) {
    this.uri = uri;
    this.kind = kind;
    this.digest = digest;
  }

  /** Identifier on the wire. */
  public String uri() {
    return uri;
  }

  /** RSA with PKCS#1 v1.5 or PSS padding, or ECDSA. */
  public Kind kind() {
    return kind;
  }

  /** The digest inside; with PSS also that of MGF1, its length is the salt length. */
  public DigestAlgorithm digest() {
    return digest;
  }

  /**
   * Refuses a key that is not of this method.
   *
   * @throws InvalidKeyException if it is not
   */
  public void requireKey(Key key) throws InvalidKeyException {
    if (!kind.keyAlgorithm().equals(key.getAlgorithm())) {
      throw new InvalidKeyException(this + " needs a key of " + kind.keyAlgorithm());
    }
  }

  /** The method with this URI. */
  public static Optional<SignatureAlgorithm> of(String uri) {
    return Arrays.stream(values()).filter(value -> value.uri.equals(uri)).findFirst();
  }
}
