package de.amtsbote.osci.crypto;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Digests of XML signatures and RSA-OAEP. */
public enum DigestAlgorithm {
  SHA1("http://www.w3.org/2000/09/xmldsig#sha1", "SHA-1", 20),
  SHA256("http://www.w3.org/2001/04/xmlenc#sha256", "SHA-256", 32),
  SHA384("http://www.w3.org/2001/04/xmldsig-more#sha384", "SHA-384", 48),
  SHA512("http://www.w3.org/2001/04/xmlenc#sha512", "SHA-512", 64),
  SHA3_256("http://www.w3.org/2007/05/xmldsig-more#sha3-256", "SHA3-256", 32),
  SHA3_384("http://www.w3.org/2007/05/xmldsig-more#sha3-384", "SHA3-384", 48),
  SHA3_512("http://www.w3.org/2007/05/xmldsig-more#sha3-512", "SHA3-512", 64);

  private final String uri;
  private final String jcaName;
  private final int length;

  DigestAlgorithm(String uri, String jcaName, int length) {
    this.uri = uri;
    this.jcaName = jcaName;
    this.length = length;
  }

  /** Identifier on the wire. */
  public String uri() {
    return uri;
  }

  /** Name in the Java Cryptography Architecture. */
  public String jcaName() {
    return jcaName;
  }

  /** Octets of a digest. */
  public int length() {
    return length;
  }

  /** The URI of MGF1 with this digest; SHA-3 has none in use. */
  public String mgfUri() {
    return "http://www.w3.org/2009/xmlenc11#mgf1"
        + jcaName.toLowerCase(Locale.ROOT).replace("-", "");
  }

  /** The algorithm with this URI. */
  public static Optional<DigestAlgorithm> of(String uri) {
    return Arrays.stream(values()).filter(value -> value.uri.equals(uri)).findFirst();
  }

  /** The digest of the mask generation function with this URI. */
  public static Optional<DigestAlgorithm> ofMgf(String uri) {
    return Arrays.stream(values()).filter(value -> value.mgfUri().equals(uri)).findFirst();
  }
}
