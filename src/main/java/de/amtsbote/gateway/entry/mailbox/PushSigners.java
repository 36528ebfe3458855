package de.amtsbote.gateway.entry.mailbox;

import de.amtsbote.gateway.directory.Intermediary;
import de.amtsbote.gateway.directory.LiveDirectory;
import de.amtsbote.gateway.message.GatewayException;
import de.amtsbote.gateway.osci.OsciTrust;
import de.amtsbote.osci.trust.CertificateUse;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The certificates by which intermediaries may sign orders now. */
final class PushSigners {

  private static final Logger LOG = LoggerFactory.getLogger(PushSigners.class);

  private final LiveDirectory directory;
  private final OsciTrust trust;

  PushSigners(LiveDirectory directory, OsciTrust trust) {
    this.directory = directory;
    this.trust = trust;
  }

  /** Those of these intermediaries that hold: in their time, not revoked, of a trusted CA. */
  Set<X509Certificate> of(List<String> intermediaries) {
    var known = directory.get();
    return intermediaries.stream()
        .flatMap(it -> known.intermediary(it).stream())
        .filter(this::holds)
        .map(Intermediary::signatureCertificate)
        .collect(Collectors.toUnmodifiableSet());
  }

  private boolean holds(Intermediary intermediary) {
    try {
      trust.require(
          intermediary.signatureCertificate(),
          CertificateUse.SIGNATURE,
          "intermediary " + intermediary.name());
      return true;
    } catch (GatewayException e) {
      LOG.warn("push: nothing is taken: {} (incident {})", e.getMessage(), e.incident());
      return false;
    }
  }
}
