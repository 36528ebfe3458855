package de.amtsbote.osci.endtoend;

import static de.amtsbote.osci.endtoend.Identities.CA;
import static de.amtsbote.osci.endtoend.Identities.INTERMEDIARY;

import de.amtsbote.osci.client.ClientIdentity;
import de.amtsbote.osci.client.OsciClient;
import de.amtsbote.osci.client.Supplier;
import de.amtsbote.osci.crypto.AlgorithmPolicy;
import de.amtsbote.osci.endpoint.OsciEndpoint;
import de.amtsbote.osci.intermediary.ChunkPolicy;
import de.amtsbote.osci.intermediary.ChunkedTransfers;
import de.amtsbote.osci.intermediary.Intermediary;
import de.amtsbote.osci.intermediary.IntermediaryPolicy;
import de.amtsbote.osci.intermediary.PushPolicy;
import de.amtsbote.osci.intermediary.RecipientCaller;
import de.amtsbote.osci.mailbox.InMemoryChunkStore;
import de.amtsbote.osci.mailbox.InMemoryMailboxStore;
import de.amtsbote.osci.mailbox.MailboxStore;
import de.amtsbote.osci.spool.Spool;
import de.amtsbote.osci.testpki.TestPki;
import de.amtsbote.osci.testpki.TickingClock;
import de.amtsbote.osci.transport.OsciTransport;
import de.amtsbote.osci.trust.CertificateChecker;
import de.amtsbote.osci.trust.RevocationPolicy;
import de.amtsbote.osci.trust.TrustMaterial;
import de.amtsbote.osci.wire.ReadLimits;
import java.net.URI;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** An intermediary with its mailboxes, and clients that talk to it without a network. */
final class World {

  static final URI ADDRESS = URI.create("http://intermediary.test/osci");

  final TickingClock clock = new TickingClock(TestPki.NOW);
  final MailboxStore store = new InMemoryMailboxStore(Spool.temporary());
  final Wire wire;
  final Intermediary intermediary;

  private World(
      IntermediaryPolicy policy, List<X509Certificate> revoked, Map<URI, OsciEndpoint> recipients) {
    var crl = CA.crl(clock.instant(), revoked.toArray(X509Certificate[]::new));
    var trust = new TrustMaterial(Set.of(CA.certificate()), List.of(), List.of(crl));
    var checker = new CertificateChecker(trust, RevocationPolicy.refuseWhenUnknown(), clock);
    var caller =
        new RecipientCaller(
            INTERMEDIARY,
            new Wire(recipients),
            new PushPolicy(uri -> true, 1, Duration.ZERO),
            AlgorithmPolicy.standard(),
            ReadLimits.DEFAULT,
            Spool.temporary());
    intermediary =
        new Intermediary(
            INTERMEDIARY,
            policy,
            store,
            checker,
            Spool.temporary(),
            clock,
            Optional.of(caller),
            Optional.of(
                ChunkedTransfers.of(
                    new InMemoryChunkStore(Spool.temporary()),
                    new ChunkPolicy(100, 20_000, 200_000, Duration.ofDays(1)),
                    INTERMEDIARY,
                    AlgorithmPolicy.standard(),
                    ReadLimits.DEFAULT,
                    Spool.temporary())));
    wire = new Wire(Map.of(ADDRESS, endpoint()));
  }

  static World strict() {
    return new World(IntermediaryPolicy.strict(), List.of(), Map.of());
  }

  static World open() {
    return new World(IntermediaryPolicy.open(), List.of(), Map.of());
  }

  static World withRevoked(X509Certificate... revoked) {
    return new World(IntermediaryPolicy.strict(), List.of(revoked), Map.of());
  }

  static World withRecipient(URI address, OsciEndpoint recipient) {
    return new World(IntermediaryPolicy.strict(), List.of(), Map.of(address, recipient));
  }

  OsciEndpoint endpoint() {
    return Intermediary.endpoint(
        intermediary,
        INTERMEDIARY,
        AlgorithmPolicy.standard(),
        ReadLimits.DEFAULT,
        Spool.temporary());
  }

  static Supplier supplier(URI address) {
    return Supplier.of(
        address,
        INTERMEDIARY.cipher().get(0).certificate(),
        INTERMEDIARY.signature().certificate());
  }

  OsciClient client(ClientIdentity identity) {
    return client(identity, wire);
  }

  OsciClient client(ClientIdentity identity, OsciTransport transport) {
    return new OsciClient(identity, supplier(ADDRESS), transport);
  }
}
