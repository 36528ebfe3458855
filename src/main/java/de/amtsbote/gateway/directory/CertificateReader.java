package de.amtsbote.gateway.directory;

import de.amtsbote.gateway.yaml.Findings;
import de.amtsbote.gateway.yaml.YamlNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** Reads the certificates that directory entries refer to by file, DER or PEM. */
final class CertificateReader {

  private static final Duration SOON = Duration.ofDays(30);

  private final Findings findings;
  private final Clock clock;

  CertificateReader(Findings findings, Clock clock) {
    this.findings = findings;
    this.clock = clock;
  }

  Optional<X509Certificate> required(YamlNode node, String key) {
    if (node.text(key).isEmpty()) {
      findings.error(node, "%s is missing; name a certificate file", key);
    }
    return optional(node, key);
  }

  /** The certificate; relative paths start at the file that names them. */
  Optional<X509Certificate> optional(YamlNode node, String key) {
    return node.at(key).flatMap(it -> it.text().flatMap(path -> read(it, path)));
  }

  private Optional<X509Certificate> read(YamlNode where, String path) {
    var file = where.file().toAbsolutePath().resolveSibling(Path.of(path)).normalize();
    try (var in = Files.newInputStream(file)) {
      var certificate =
          (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
      checkDates(where, certificate);
      return Optional.of(certificate);
    } catch (IOException e) {
      findings.error(where, "certificate '%s' cannot be read", path);
    } catch (CertificateException e) {
      findings.error(where, "'%s' is no certificate in DER or PEM", path);
    }
    return Optional.empty();
  }

  private void checkDates(YamlNode where, X509Certificate certificate) {
    var end = certificate.getNotAfter().toInstant();
    var now = clock.instant();
    if (end.isBefore(now)) {
      findings.warning(where, "the certificate has expired on %s", end);
    } else if (end.isBefore(now.plus(SOON))) {
      findings.warning(where, "the certificate expires on %s", end);
    }
    if (certificate.getNotBefore().toInstant().isAfter(now)) {
      findings.warning(where, "the certificate is valid only from %s", certificate.getNotBefore());
    }
  }
}
