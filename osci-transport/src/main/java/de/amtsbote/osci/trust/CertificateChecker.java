package de.amtsbote.osci.trust;

import java.security.GeneralSecurityException;
import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertPathValidatorException.BasicReason;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Checks certificates by RFC 5280 against configured anchors. It collects all findings instead of
 * stopping at the first, because the OSCI inspection report wants them apart. Safe for use by many
 * threads.
 */
public final class CertificateChecker {

  private final Supplier<TrustMaterial> trust;
  private final RevocationPolicy policy;
  private final Revocation revocation;
  private final Clock clock;
  private final TrustedPaths paths = new TrustedPaths();

  /** A checker that may fetch CRLs and ask OCSP responders. */
  public CertificateChecker(
      Supplier<TrustMaterial> trust,
      RevocationPolicy policy,
      Optional<RevocationFetcher> fetcher,
      Clock clock) {
    this.trust = trust;
    this.policy = policy;
    this.revocation = new Revocation(fetcher, policy, clock);
    this.clock = clock;
  }

  /** A checker that never reaches for a network. */
  public CertificateChecker(Supplier<TrustMaterial> trust, RevocationPolicy policy, Clock clock) {
    this(trust, policy, Optional.empty(), clock);
  }

  /** Checks a certificate for now. */
  public CertificateReport check(X509Certificate certificate, CertificateUse use) {
    return check(certificate, use, clock.instant());
  }

  /**
   * Checks a certificate for now with CA certificates that came along: they help to find a path and
   * are not trusted by themselves.
   */
  public CertificateReport check(
      X509Certificate certificate, List<X509Certificate> helpers, CertificateUse use) {
    return check(certificate, helpers, use, clock.instant());
  }

  /** Checks a certificate for a given instant. */
  public CertificateReport check(X509Certificate certificate, CertificateUse use, Instant at) {
    return check(certificate, List.of(), use, at);
  }

  private CertificateReport check(
      X509Certificate certificate, List<X509Certificate> helpers, CertificateUse use, Instant at) {
    var report = new Findings();
    if (!use.isAllowedBy(certificate)) {
      report.add(Finding.WRONG_KEY_USAGE, "key usage does not allow " + use);
    }
    checkValidity(certificate, at, report);
    var material = trust.get();
    var known = paths.find(material, certificate, at);
    if (known.isPresent()) {
      checkRevocation(known.get(), material, at, report);
    } else {
      look(certificate, helpers, material, at, report);
    }
    return report.toReport(certificate, use, at, policy.whenUnknown());
  }

  private void look(
      X509Certificate certificate,
      List<X509Certificate> helpers,
      TrustMaterial material,
      Instant at,
      Findings report) {
    var finder = new PathFinder(material.with(helpers));
    var path = finder.find(certificate);
    if (path.isPresent()) {
      if (validate(path.get(), certificate, at, report)) {
        paths.keep(material, certificate, path.get());
      }
      checkRevocation(path.get(), material, at, report);
    } else if (finder.sawForgedSignature()) {
      report.add(Finding.CA_SIGNATURE_INVALID, "the signature of the issuer does not verify");
    } else {
      report.add(Finding.UNKNOWN_CA, "no anchor above " + certificate.getIssuerX500Principal());
    }
  }

  private static void checkValidity(X509Certificate certificate, Instant at, Findings report) {
    if (at.isAfter(certificate.getNotAfter().toInstant())) {
      report.add(Finding.EXPIRED, "valid until " + certificate.getNotAfter().toInstant());
    } else if (at.isBefore(certificate.getNotBefore().toInstant())) {
      report.add(Finding.NOT_YET_VALID, "valid from " + certificate.getNotBefore().toInstant());
    }
  }

  /** False when something is wrong with the path. */
  private static boolean validate(
      PathFinder.Path path, X509Certificate certificate, Instant at, Findings report) {
    if (path.chain().isEmpty()) {
      return true;
    }
    try {
      var parameters = new PKIXParameters(Set.of(new TrustAnchor(path.anchor(), null)));
      parameters.setRevocationEnabled(false);
      parameters.setDate(Date.from(within(certificate, at)));
      var chain = CertificateFactory.getInstance("X.509").generateCertPath(path.chain());
      CertPathValidator.getInstance("PKIX").validate(chain, parameters);
      return true;
    } catch (CertPathValidatorException e) {
      report.add(findingFor(e.getReason()), e.getMessage());
    } catch (GeneralSecurityException e) {
      report.add(Finding.PATH_INVALID, e.getMessage());
    }
    return false;
  }

  /** An expired certificate is checked as of its last instant, so that other defects show too. */
  private static Instant within(X509Certificate certificate, Instant at) {
    var from = certificate.getNotBefore().toInstant();
    var until = certificate.getNotAfter().toInstant();
    return at.isAfter(until) ? until : at.isBefore(from) ? from : at;
  }

  private static Finding findingFor(CertPathValidatorException.Reason reason) {
    if (reason == BasicReason.EXPIRED) {
      return Finding.EXPIRED;
    }
    if (reason == BasicReason.NOT_YET_VALID) {
      return Finding.NOT_YET_VALID;
    }
    return reason == BasicReason.INVALID_SIGNATURE
        ? Finding.CA_SIGNATURE_INVALID
        : Finding.PATH_INVALID;
  }

  private void checkRevocation(
      PathFinder.Path path, TrustMaterial material, Instant at, Findings report) {
    if (!policy.check() || report.isOutsideValidity()) {
      return;
    }
    for (int i = 0; i < path.chain().size(); i++) {
      var status = revocation.of(path.chain().get(i), path.issuerOf(i), material, at);
      report.add(status, i == 0);
    }
  }
}
