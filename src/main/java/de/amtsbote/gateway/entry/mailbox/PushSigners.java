package de.amtsbote.gateway.entry.mailbox;

import de.amtsbote.gateway.directory.Intermediary;
import de.amtsbote.gateway.directory.LiveDirectory;
import de.amtsbote.gateway.message.GatewayException;
import de.amtsbote.gateway.osci.OsciTrust;
import de.amtsbote.osci.crypto.AlgorithmPolicy;
import de.amtsbote.osci.recipient.KnownIntermediaries;
import de.amtsbote.osci.trust.CertificateUse;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The intermediaries that may bring deliveries now, as the directory says. */
final class PushSigners {

  private static final Logger LOG = LoggerFactory.getLogger(PushSigners.class);

  private final LiveDirectory directory;
  private final OsciTrust trust;

  PushSigners(LiveDirectory directory, OsciTrust trust) {
    this.directory = directory;
    this.trust = trust;
  }

  /** Under what policy orders are read: old algorithms only where one of these may use them. */
  AlgorithmPolicy algorithms(List<String> intermediaries) {
    return listed(intermediaries).anyMatch(Intermediary::legacy)
        ? AlgorithmPolicy.legacyPartner()
        : AlgorithmPolicy.standard();
  }

  /**
   * Those of these intermediaries whose certificate holds: in its time, not revoked, of a trusted
   * CA. As long as nobody can say whether it was revoked the order gets a fault, so that it comes
   * again.
   */
  KnownIntermediaries of(List<String> intermediaries) {
    return (signature, oldAlgorithms) ->
        listed(intermediaries)
            .filter(it -> it.signatureCertificate().equals(signature))
            .anyMatch(it -> mayUse(it, oldAlgorithms) && holds(it, signature));
  }

  private Stream<Intermediary> listed(List<String> intermediaries) {
    var known = directory.get();
    return intermediaries.stream().flatMap(it -> known.intermediary(it).stream());
  }

  private static boolean mayUse(Intermediary intermediary, boolean oldAlgorithms) {
    if (oldAlgorithms && !intermediary.legacy()) {
      LOG.warn("push: intermediary {} used old algorithms, nothing is taken", intermediary.name());
      return false;
    }
    return true;
  }

  private boolean holds(Intermediary intermediary, X509Certificate signature) {
    try {
      trust.require(signature, CertificateUse.SIGNATURE, "intermediary " + intermediary.name());
      return true;
    } catch (GatewayException e) {
      if (e.code().isTransient()) {
        throw e;
      }
      LOG.warn("push: nothing is taken: {} (incident {})", e.getMessage(), e.incident());
      return false;
    }
  }
}
