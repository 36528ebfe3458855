package de.amtsbote.osci.inspect;

import de.amtsbote.osci.content.NoKeyException;
import de.amtsbote.osci.model.RoleCertificate;
import de.amtsbote.osci.model.RoleCertificates;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;

/** The certificates that a message brings along. */
final class CertificateSection {

  private CertificateSection() {}

  static List<Map<String, Object>> certificates(RoleCertificates certificates, Checks checks) {
    return certificates.all().stream().map(it -> certificate(it, checks)).toList();
  }

  /** The certificates whose keys would open what stays closed. */
  static List<Map<String, Object>> needed(NoKeyException e) {
    return e.readers().stream()
        .distinct()
        .map(reader -> names(new Tree(), reader).build())
        .toList();
  }

  private static Map<String, Object> certificate(RoleCertificate certificate, Checks checks) {
    var tree =
        new Tree()
            .put("id", certificate.id())
            .put("role", certificate.role().idPrefix())
            .put("use", certificate.usage().idPart());
    var findings = checks.check(certificate).findings().stream().map(Enum::name).sorted().toList();
    return names(tree, certificate.certificate()).put("findings", findings).build();
  }

  /** A certificate that has no role in the message. */
  static Map<String, Object> certificate(X509Certificate certificate) {
    return names(new Tree(), certificate).build();
  }

  private static Tree names(Tree tree, X509Certificate certificate) {
    return tree.put("subject", certificate.getSubjectX500Principal().getName())
        .put("issuer", certificate.getIssuerX500Principal().getName())
        .put("serial", certificate.getSerialNumber().toString())
        .put("notBefore", certificate.getNotBefore().toInstant())
        .put("notAfter", certificate.getNotAfter().toInstant())
        .put("sha256", RoleCertificate.fingerprint(certificate));
  }
}
