package de.amtsbote.gateway.osci;

import de.amtsbote.gateway.directory.Intermediary;
import de.amtsbote.osci.client.OsciClient;
import de.amtsbote.osci.client.Supplier;
import de.amtsbote.osci.crypto.AlgorithmPolicy;
import de.amtsbote.osci.spool.Spool;
import de.amtsbote.osci.transport.OsciTransport;
import de.amtsbote.osci.trust.CertificateUse;
import de.amtsbote.osci.wire.ReadLimits;

/** Makes clients of intermediaries whose certificates hold. */
public final class OsciClients {

  private final OsciIdentities identities;
  private final OsciTrust trust;
  private final OsciTransport transport;
  private final Spool spool;

  public OsciClients(
      OsciIdentities identities, OsciTrust trust, OsciTransport transport, Spool spool) {
    this.identities = identities;
    this.trust = trust;
    this.transport = transport;
    this.spool = spool;
  }

  /**
   * A client under one of the own identities.
   *
   * @param identity name; null for the usual one
   */
  public OsciClient of(String identity, Intermediary intermediary) {
    var whose = "intermediary " + intermediary.name();
    trust.require(intermediary.cipherCertificate(), CertificateUse.CIPHER, whose);
    trust.require(intermediary.signatureCertificate(), CertificateUse.SIGNATURE, whose);
    return new OsciClient(
        identities.get(identity),
        Supplier.of(
            intermediary.url(),
            intermediary.cipherCertificate(),
            intermediary.signatureCertificate()),
        transport,
        AlgorithmPolicy.standard(),
        ReadLimits.DEFAULT,
        spool);
  }
}
