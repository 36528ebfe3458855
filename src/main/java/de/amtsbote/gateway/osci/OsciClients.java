package de.amtsbote.gateway.osci;

import de.amtsbote.gateway.directory.Intermediary;
import de.amtsbote.osci.client.Chunking;
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
  private final OsciProperties.Chunks chunks;

  public OsciClients(
      OsciIdentities identities,
      OsciTrust trust,
      OsciTransport transport,
      Spool spool,
      OsciProperties.Chunks chunks) {
    this.identities = identities;
    this.trust = trust;
    this.transport = transport;
    this.spool = spool;
    this.chunks = chunks;
  }

  /**
   * A client under one of the own identities.
   *
   * @param identity name; null for the usual one
   */
  public OsciClient of(String identity, Intermediary intermediary) {
    return of(identity, intermediary, ReadLimits.DEFAULT);
  }

  /**
   * The same for answers within these limits.
   *
   * @param identity name; null for the usual one
   */
  public OsciClient of(String identity, Intermediary intermediary, ReadLimits limits) {
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
        intermediary.legacy() ? AlgorithmPolicy.legacyPartner() : AlgorithmPolicy.standard(),
        limits,
        spool,
        chunking(intermediary));
  }

  private Chunking chunking(Intermediary intermediary) {
    return new Chunking(
        intermediary.chunkAbove().orElse(chunks.above()).toBytes(),
        intermediary.chunkSize().orElse(chunks.size()).toBytes(),
        chunks.attempts(),
        chunks.pause());
  }
}
