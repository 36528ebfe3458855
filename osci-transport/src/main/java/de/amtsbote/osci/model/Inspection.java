package de.amtsbote.osci.model;

import java.math.BigInteger;
import java.time.OffsetDateTime;

/**
 * Result of one certificate check by the intermediary.
 *
 * @param timestamp when it was checked
 * @param subject RFC 2253 name
 * @param issuer RFC 2253 name
 * @param serial with the issuer it identifies the certificate
 * @param type quality of the certificate
 * @param math whether the issuer's signature is right
 * @param offline whether it was inside its validity and chain
 * @param online revocation check; null if there was none
 */
public record Inspection(
    Timestamp timestamp,
    String subject,
    String issuer,
    BigInteger serial,
    CertificateType type,
    MathResult math,
    OfflineResult offline,
    OnlineResult online) {

  /** Quality of a certificate. */
  public enum CertificateType {
    ADVANCED,
    QUALIFIED,
    ACCREDITED,
    UNKNOWN
  }

  /** Result of checking the issuer's signature. */
  public enum MathResult {
    OK,
    CORRUPTED,
    INDETERMINATE
  }

  /** Result of checking validity without asking anybody. */
  public enum OfflineResult {
    VALID,
    INVALID,
    INDETERMINATE
  }

  /**
   * Result of a revocation check; evidence that is not there is null.
   *
   * @param revoked whether the certificate is revoked
   * @param ocsp Base64 of the OCSP answer
   * @param crl time of the revocation list used
   * @param ldap Base64 of the directory's answer
   */
  public record OnlineResult(boolean revoked, String ocsp, OffsetDateTime crl, String ldap) {}
}
