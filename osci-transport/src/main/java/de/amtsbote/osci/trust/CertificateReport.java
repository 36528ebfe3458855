package de.amtsbote.osci.trust;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * The result of one certificate check.
 *
 * @param certificate what was checked
 * @param use what it was checked for
 * @param at the instant for which it was checked
 * @param findings everything that is wrong or unknown; empty if all is well
 * @param trusted whether it may be relied on under the configured rules
 * @param evidence what the revocation statement rests on, if revocation was established
 * @param detail the first finding in words, for logs; empty if all is well
 */
public record CertificateReport(
    X509Certificate certificate,
    CertificateUse use,
    Instant at,
    Set<Finding> findings,
    boolean trusted,
    Optional<RevocationEvidence> evidence,
    String detail) {

  /** Copies the findings. */
  public CertificateReport {
    findings = Set.copyOf(findings);
  }

  /** Whether this was found. */
  public boolean has(Finding finding) {
    return findings.contains(finding);
  }

  /** Whether the instant of the check lies outside the validity of the certificate or its path. */
  public boolean isOutsideValidity() {
    return has(Finding.EXPIRED) || has(Finding.NOT_YET_VALID);
  }
}
