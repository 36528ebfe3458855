package de.amtsbote.osci.crypto;

/**
 * How a content key is wrapped for a reader.
 *
 * @param method RSA-OAEP or RSA PKCS#1 v1.5
 * @param digest of OAEP; null for PKCS#1 v1.5
 * @param mgfDigest of the mask generation function MGF1; null for PKCS#1 v1.5
 */
public record KeyTransport(Method method, DigestAlgorithm digest, DigestAlgorithm mgfDigest) {

  /** The wrapping algorithms. */
  public enum Method {
    RSA_OAEP("http://www.w3.org/2009/xmlenc11#rsa-oaep"),
    RSA_1_5("http://www.w3.org/2001/04/xmlenc#rsa-1_5");

    private final String uri;

    Method(String uri) {
      this.uri = uri;
    }

    /** Identifier on the wire. */
    public String uri() {
      return uri;
    }
  }

  /** OAEP with SHA-256 in both places: what we write by default. */
  public static final KeyTransport OAEP_SHA256 =
      new KeyTransport(Method.RSA_OAEP, DigestAlgorithm.SHA256, DigestAlgorithm.SHA256);

  /** OAEP with SHA-512 in both places. */
  public static final KeyTransport OAEP_SHA512 =
      new KeyTransport(Method.RSA_OAEP, DigestAlgorithm.SHA512, DigestAlgorithm.SHA512);

  /** PKCS#1 v1.5, for old peers only. */
  public static final KeyTransport RSA_1_5 = new KeyTransport(Method.RSA_1_5, null, null);
}
