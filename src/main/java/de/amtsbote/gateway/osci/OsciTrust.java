package de.amtsbote.gateway.osci;

import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.GatewayException;
import de.amtsbote.osci.trust.CertificateChecker;
import de.amtsbote.osci.trust.CertificateReport;
import de.amtsbote.osci.trust.CertificateUse;
import de.amtsbote.osci.trust.Finding;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Refuses certificates that are not to be used. */
public final class OsciTrust {

  private final CertificateChecker checker;

  public OsciTrust(CertificateChecker checker) {
    this.checker = checker;
  }

  /**
   * Checks path, dates, use and revocation.
   *
   * @param whose for the operator: whose certificate it is
   * @return with what could not be checked, if that is admitted
   * @throws GatewayException CERTIFICATE_REFUSED; REVOCATION_UNKNOWN if nothing else is against it
   */
  public CertificateReport require(X509Certificate certificate, CertificateUse use, String whose) {
    return require(checker.check(certificate, use), whose);
  }

  /**
   * The same with CA certificates that came along, which help to find a path.
   *
   * @throws GatewayException CERTIFICATE_REFUSED; REVOCATION_UNKNOWN if nothing else is against it
   */
  public CertificateReport require(
      X509Certificate certificate,
      List<X509Certificate> helpers,
      CertificateUse use,
      String whose) {
    return require(checker.check(certificate, helpers, use), whose);
  }

  /**
   * The same for another time than now. Nobody says beforehand what will be revoked then, so that
   * what is known now counts.
   *
   * @throws GatewayException CERTIFICATE_REFUSED; REVOCATION_UNKNOWN if nothing else is against it
   */
  public CertificateReport requireAt(
      Instant at, X509Certificate certificate, CertificateUse use, String whose) {
    var then = checker.check(certificate, use, at);
    if (!then.findings().equals(Set.of(Finding.REVOCATION_UNKNOWN))) {
      return require(then, whose);
    }
    var now = checker.check(certificate, use);
    return require(now.isOutsideValidity() ? then : now, whose);
  }

  private static CertificateReport require(CertificateReport report, String whose) {
    if (!report.trusted()) {
      throw new GatewayException(
          report.findings().equals(Set.of(Finding.REVOCATION_UNKNOWN))
              ? ErrorCode.REVOCATION_UNKNOWN
              : ErrorCode.CERTIFICATE_REFUSED,
          "the %s certificate of %s: %s"
              .formatted(report.use().name().toLowerCase(Locale.ROOT), whose, report.findings()));
    }
    return report;
  }
}
