package de.amtsbote.gateway.intermediary;

import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.GatewayException;
import de.amtsbote.osci.mailbox.MailboxOwners;
import de.amtsbote.osci.model.RoleCertificate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Owners of several mailboxes, told by the files with their cipher certificates. */
final class OwnerFiles {

  private OwnerFiles() {}

  /**
   * Reads all files.
   *
   * @throws GatewayException CONFIGURATION_INVALID when one is no certificate
   */
  static MailboxOwners read(Map<String, List<Path>> owners) {
    return MailboxOwners.of(
        owners.entrySet().stream().map(it -> fingerprints(it.getKey(), it.getValue())).toList());
  }

  private static Set<String> fingerprints(String owner, List<Path> files) {
    return files.stream().map(file -> fingerprint(owner, file)).collect(Collectors.toSet());
  }

  private static String fingerprint(String owner, Path file) {
    try (var in = Files.newInputStream(file)) {
      var factory = CertificateFactory.getInstance("X.509");
      return RoleCertificate.fingerprint((X509Certificate) factory.generateCertificate(in));
    } catch (IOException | CertificateException e) {
      throw new GatewayException(
          ErrorCode.CONFIGURATION_INVALID,
          "amtsbote.intermediary.owners.%s: %s is no certificate".formatted(owner, file),
          e);
    }
  }
}
