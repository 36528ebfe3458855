package de.amtsbote.osci.trust;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Collects what a check finds. */
final class Findings {

  private final Set<Finding> findings = EnumSet.noneOf(Finding.class);
  private Optional<RevocationEvidence> evidence = Optional.empty();
  private String detail = "";

  void add(Finding finding, String why) {
    findings.add(finding);
    if (detail.isEmpty()) {
      detail = why;
    }
  }

  void add(RevocationStatus status, boolean endCertificate) {
    if (status instanceof RevocationStatus.Revoked revoked) {
      add(Finding.REVOKED, revoked.detail());
      evidence = Optional.of(revoked.evidence());
    } else if (status instanceof RevocationStatus.Unknown unknown) {
      add(Finding.REVOCATION_UNKNOWN, unknown.detail());
    } else if (status instanceof RevocationStatus.Good good && endCertificate) {
      evidence = Optional.of(good.evidence());
    }
  }

  boolean isOutsideValidity() {
    return findings.contains(Finding.EXPIRED) || findings.contains(Finding.NOT_YET_VALID);
  }

  CertificateReport toReport(
      X509Certificate certificate, CertificateUse use, Instant at, OfflineRule whenUnknown) {
    var refusing = EnumSet.copyOf(findings);
    if (whenUnknown == OfflineRule.WARN) {
      refusing.remove(Finding.REVOCATION_UNKNOWN);
    }
    return new CertificateReport(
        certificate, use, at, findings, refusing.isEmpty(), evidence, detail);
  }
}
