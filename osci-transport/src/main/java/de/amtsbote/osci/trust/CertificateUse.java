package de.amtsbote.osci.trust;

import java.security.cert.X509Certificate;

/** What a certificate is used for; decides which key usage it needs. */
public enum CertificateUse {
  /** Verifies signatures: needs digitalSignature or nonRepudiation. */
  SIGNATURE(0, 1),
  /** Receives encrypted keys: needs keyEncipherment, dataEncipherment or keyAgreement. */
  CIPHER(2, 3, 4);

  private final int[] bits;

  CertificateUse(int... bits) {
    this.bits = bits;
  }

  /** A certificate without a key usage extension may be used for anything (RFC 5280, 4.2.1.3). */
  public boolean isAllowedBy(X509Certificate certificate) {
    var usage = certificate.getKeyUsage();
    if (usage == null) {
      return true;
    }
    for (int bit : bits) {
      if (usage[bit]) {
        return true;
      }
    }
    return false;
  }
}
