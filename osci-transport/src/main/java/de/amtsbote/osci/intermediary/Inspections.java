package de.amtsbote.osci.intermediary;

import de.amtsbote.osci.model.Inspection;
import de.amtsbote.osci.model.Inspection.CertificateType;
import de.amtsbote.osci.model.Inspection.MathResult;
import de.amtsbote.osci.model.Inspection.OfflineResult;
import de.amtsbote.osci.model.Inspection.OnlineResult;
import de.amtsbote.osci.model.Timestamp;
import de.amtsbote.osci.trust.CertificateReport;
import de.amtsbote.osci.trust.CertificateUse;
import de.amtsbote.osci.trust.Finding;
import de.amtsbote.osci.trust.RevocationEvidence;
import java.security.cert.X509Certificate;
import java.time.ZoneId;
import java.util.Base64;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.qualified.ETSIQCObjectIdentifiers;
import org.bouncycastle.asn1.x509.qualified.QCStatement;

/** Writes the result of a certificate check down for the process card (K§4.4). */
final class Inspections {

  private final ZoneId zone;

  Inspections(ZoneId zone) {
    this.zone = zone;
  }

  Inspection of(CertificateReport report) {
    var certificate = report.certificate();
    return new Inspection(
        Timestamp.of(report.at().atZone(zone).toOffsetDateTime()),
        certificate.getSubjectX500Principal().getName(X500Principal.RFC2253),
        certificate.getIssuerX500Principal().getName(X500Principal.RFC2253),
        certificate.getSerialNumber(),
        typeOf(report),
        mathResult(report),
        offlineResult(report),
        onlineResult(report));
  }

  private static MathResult mathResult(CertificateReport report) {
    if (report.has(Finding.CA_SIGNATURE_INVALID)) {
      return MathResult.CORRUPTED;
    }
    return report.has(Finding.UNKNOWN_CA) ? MathResult.INDETERMINATE : MathResult.OK;
  }

  private static OfflineResult offlineResult(CertificateReport report) {
    if (report.isOutsideValidity()
        || report.has(Finding.PATH_INVALID)
        || report.has(Finding.CA_SIGNATURE_INVALID)
        || report.has(Finding.WRONG_KEY_USAGE)) {
      return OfflineResult.INVALID;
    }
    return report.has(Finding.UNKNOWN_CA) ? OfflineResult.INDETERMINATE : OfflineResult.VALID;
  }

  private OnlineResult onlineResult(CertificateReport report) {
    if (report.evidence().isEmpty()) {
      return null;
    }
    var evidence = report.evidence().get();
    boolean byCrl = evidence.source() == RevocationEvidence.Source.CRL;
    return new OnlineResult(
        report.has(Finding.REVOKED),
        evidence.ocspResponse().map(Base64.getEncoder()::encodeToString).orElse(null),
        byCrl ? evidence.thisUpdate().atZone(zone).toOffsetDateTime() : null,
        null);
  }

  private static CertificateType typeOf(CertificateReport report) {
    if (report.use() == CertificateUse.CIPHER || !report.trusted()) {
      return CertificateType.UNKNOWN;
    }
    return isQualified(report.certificate()) ? CertificateType.QUALIFIED : CertificateType.ADVANCED;
  }

  /** The issuer states it (ETSI EN 319 412-5, QcCompliance). */
  private static boolean isQualified(X509Certificate certificate) {
    var extension = certificate.getExtensionValue(Extension.qCStatements.getId());
    if (extension == null) {
      return false;
    }
    try {
      var octets = ASN1OctetString.getInstance(extension).getOctets();
      for (var statement : ASN1Sequence.getInstance(octets)) {
        var id = QCStatement.getInstance(statement).getStatementId();
        if (id.equals(ETSIQCObjectIdentifiers.id_etsi_qcs_QcCompliance)) {
          return true;
        }
      }
      return false;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
