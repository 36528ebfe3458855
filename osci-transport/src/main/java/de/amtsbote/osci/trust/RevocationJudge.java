package de.amtsbote.osci.trust;

import java.security.GeneralSecurityException;
import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertPathValidatorException.BasicReason;
import java.security.cert.CertStore;
import java.security.cert.CertificateFactory;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXParameters;
import java.security.cert.PKIXRevocationChecker;
import java.security.cert.PKIXRevocationChecker.Option;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Comparator;
import java.util.Date;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Lets the JDK judge given evidence about one certificate; it never reaches for a network. */
final class RevocationJudge {

  private final X509Certificate certificate;
  private final X509Certificate issuer;
  private final Instant at;

  RevocationJudge(X509Certificate certificate, X509Certificate issuer, Instant at) {
    this.certificate = certificate;
    this.issuer = issuer;
    this.at = at;
  }

  RevocationStatus byOcsp(byte[] response) {
    var evidence =
        new RevocationEvidence(
            RevocationEvidence.Source.OCSP,
            OcspRequests.thisUpdate(response).orElse(at),
            Optional.of(response));
    return judge(evidence, EnumSet.of(Option.NO_FALLBACK), Map.of(certificate, response), null);
  }

  RevocationStatus byCrls(List<X509CRL> crls) {
    var fitting =
        crls.stream()
            .filter(
                crl -> crl.getIssuerX500Principal().equals(certificate.getIssuerX500Principal()))
            .toList();
    if (fitting.isEmpty()) {
      return new RevocationStatus.Unknown("no CRL of " + certificate.getIssuerX500Principal());
    }
    var evidence =
        new RevocationEvidence(
            RevocationEvidence.Source.CRL, newest(fitting).toInstant(), Optional.empty());
    var options = EnumSet.of(Option.PREFER_CRLS, Option.NO_FALLBACK);
    return judge(evidence, options, Map.of(), fitting);
  }

  private static Date newest(List<X509CRL> crls) {
    return crls.stream().map(X509CRL::getThisUpdate).max(Comparator.naturalOrder()).orElseThrow();
  }

  private RevocationStatus judge(
      RevocationEvidence evidence,
      Set<Option> options,
      Map<X509Certificate, byte[]> ocspResponses,
      List<X509CRL> crls) {
    try {
      var validator = CertPathValidator.getInstance("PKIX");
      var checker = (PKIXRevocationChecker) validator.getRevocationChecker();
      checker.setOptions(options);
      checker.setOcspResponses(ocspResponses);
      var parameters = new PKIXParameters(Set.of(new TrustAnchor(issuer, null)));
      parameters.setDate(Date.from(at));
      parameters.setRevocationEnabled(false);
      if (crls != null) {
        var store = new CollectionCertStoreParameters(crls);
        parameters.addCertStore(CertStore.getInstance("Collection", store));
      }
      parameters.addCertPathChecker(checker);
      var factory = CertificateFactory.getInstance("X.509");
      validator.validate(factory.generateCertPath(List.of(certificate)), parameters);
      return new RevocationStatus.Good(evidence);
    } catch (CertPathValidatorException e) {
      return e.getReason() == BasicReason.REVOKED
          ? new RevocationStatus.Revoked(evidence, e.getMessage())
          : new RevocationStatus.Unknown(e.getMessage());
    } catch (GeneralSecurityException e) {
      return new RevocationStatus.Unknown(e.getMessage());
    }
  }
}
