package de.amtsbote.osci.inspect;

import de.amtsbote.osci.model.RoleCertificate;
import de.amtsbote.osci.model.RoleCertificates;
import java.util.List;
import java.util.Map;

/** The certificates that a message brings along. */
final class CertificateSection {

  private CertificateSection() {}

  static List<Map<String, Object>> certificates(RoleCertificates certificates) {
    return certificates.all().stream().map(CertificateSection::certificate).toList();
  }

  private static Map<String, Object> certificate(RoleCertificate certificate) {
    var x509 = certificate.certificate();
    return new Tree()
        .put("id", certificate.id())
        .put("role", certificate.role().idPrefix())
        .put("use", certificate.usage().idPart())
        .put("subject", x509.getSubjectX500Principal().getName())
        .put("issuer", x509.getIssuerX500Principal().getName())
        .put("serial", x509.getSerialNumber().toString())
        .put("notBefore", x509.getNotBefore().toInstant())
        .put("notAfter", x509.getNotAfter().toInstant())
        .put("sha256", RoleCertificate.fingerprint(x509))
        .build();
  }
}
