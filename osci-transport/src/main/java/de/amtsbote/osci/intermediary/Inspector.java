package de.amtsbote.osci.intermediary;

import de.amtsbote.osci.model.FeedbackCode;
import de.amtsbote.osci.model.Inspection;
import de.amtsbote.osci.model.RoleCertificate;
import de.amtsbote.osci.model.RoleCertificate.Usage;
import de.amtsbote.osci.model.RoleCertificates;
import de.amtsbote.osci.trust.CertificateChecker;
import de.amtsbote.osci.trust.CertificateReport;
import de.amtsbote.osci.trust.CertificateUse;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Checks the certificates that an order names (K§5, duties 4 to 6). */
final class Inspector {

  private static final Logger LOG = LoggerFactory.getLogger(Inspector.class);

  private final CertificateChecker checker;
  private final boolean unknownClientsAdmitted;
  private final Inspections inspections;

  Inspector(CertificateChecker checker, boolean unknownClientsAdmitted, ZoneId zone) {
    this.checker = checker;
    this.unknownClientsAdmitted = unknownClientsAdmitted;
    this.inspections = new Inspections(zone);
  }

  /** What was found: one inspection per certificate, and the codes to be said. */
  record Result(List<Inspection> inspections, Set<FeedbackCode> codes) {

    Optional<FeedbackCode> error() {
      return codes.stream().filter(code -> !code.kind().isExecuted()).findFirst();
    }
  }

  Optional<FeedbackCode> clientCipher(X509Certificate certificate, Instant at) {
    var report = checker.check(certificate, CertificateUse.CIPHER, at);
    return CertificateRole.CLIENT_CIPHER.judge(report, unknownClientsAdmitted);
  }

  Optional<FeedbackCode> clientSignature(X509Certificate certificate, Instant at) {
    return signature(CertificateRole.CLIENT_SIGNATURE, certificate, at);
  }

  Optional<FeedbackCode> recipientSignature(X509Certificate certificate, Instant at) {
    return signature(CertificateRole.RECIPIENT_SIGNATURE, certificate, at);
  }

  private Optional<FeedbackCode> signature(
      CertificateRole role, X509Certificate certificate, Instant at) {
    try {
      var report = checker.check(certificate, CertificateUse.SIGNATURE, at);
      return role.judge(report, unknownClientsAdmitted);
    } catch (RuntimeException e) {
      LOG.error("a certificate check failed", e);
      return Optional.of(role.checkFailed());
    }
  }

  /**
   * All certificates of a delivery.
   *
   * @param own certificates of the client; what is to be said about them has been said
   */
  Result inspect(RoleCertificates certificates, Set<X509Certificate> own, Instant at) {
    try {
      return inspectAll(certificates, own, at);
    } catch (RuntimeException e) {
      LOG.error("a certificate check failed", e);
      return new Result(List.of(), Set.of(FeedbackCode.CERTIFICATE_CHECK_FAILED));
    }
  }

  private Result inspectAll(RoleCertificates certificates, Set<X509Certificate> own, Instant at) {
    var found = new ArrayList<Inspection>();
    var codes = new LinkedHashSet<FeedbackCode>();
    var seen = new LinkedHashSet<X509Certificate>();
    for (var certificate : certificates.withoutIntermediary().all()) {
      if (seen.add(certificate.certificate())) {
        var report = check(certificate, at);
        found.add(inspections.of(report));
        if (!own.contains(certificate.certificate())) {
          CertificateRole.of(certificate).judge(report, true).ifPresent(codes::add);
        }
      }
    }
    return new Result(found, codes);
  }

  private CertificateReport check(RoleCertificate certificate, Instant at) {
    var use =
        certificate.usage() == Usage.CIPHER ? CertificateUse.CIPHER : CertificateUse.SIGNATURE;
    return checker.check(certificate.certificate(), use, at);
  }
}
