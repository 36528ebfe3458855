package de.amtsbote.osci.model;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.HexFormat;

/**
 * A certificate in the role it plays in a message.
 *
 * @param role whose it is
 * @param usage what it is for
 * @param id the {@code Id} that references in the message name
 * @param certificate identified by its octets, never by its subject
 */
public record RoleCertificate(Role role, Usage usage, String id, X509Certificate certificate) {

  /** What a certificate is for. */
  public enum Usage {
    CIPHER("Cipher", "cipher"),
    SIGNATURE("Signature", "signature");

    private final String elementPrefix;
    private final String idPart;

    Usage(String elementPrefix, String idPart) {
      this.elementPrefix = elementPrefix;
      this.idPart = idPart;
    }

    /** Start of the element name. */
    public String elementPrefix() {
      return elementPrefix;
    }

    /** Middle of the conventional {@code Id}. */
    public String idPart() {
      return idPart;
    }
  }

  /** A certificate of a role that occurs once, with the conventional {@code Id}. */
  public static RoleCertificate of(Role role, Usage usage, X509Certificate certificate) {
    return of(role, 0, usage, certificate);
  }

  /**
   * A certificate with the conventional {@code Id}; the number counts authors and readers from 0.
   */
  public static RoleCertificate of(
      Role role, int number, Usage usage, X509Certificate certificate) {
    String id =
        role.idPrefix()
            + (role.isRepeatable() ? Integer.toString(number) : "")
            + "_"
            + usage.idPart()
            + "_"
            + fingerprint(certificate);
    return new RoleCertificate(role, usage, id, certificate);
  }

  /** Local name of its element, e.g. {@code CipherCertificateAddressee}. */
  public String elementName() {
    return usage.elementPrefix() + "Certificate" + role.elementSuffix();
  }

  /** SHA-256 over the DER octets in hexadecimal digits. */
  public static String fingerprint(X509Certificate certificate) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException | CertificateEncodingException e) {
      throw new IllegalStateException("SHA-256 over a parsed certificate always works", e);
    }
  }
}
