package de.amtsbote.osci.endtoend;

import static de.amtsbote.osci.endtoend.Identities.CA;
import static de.amtsbote.osci.endtoend.Identities.INTERMEDIARY;

import de.amtsbote.osci.client.Chunking;
import de.amtsbote.osci.client.ClientIdentity;
import de.amtsbote.osci.client.OsciClient;
import de.amtsbote.osci.client.Supplier;
import de.amtsbote.osci.crypto.AlgorithmPolicy;
import de.amtsbote.osci.endpoint.OsciEndpoint;
import de.amtsbote.osci.intermediary.ChunkPolicy;
import de.amtsbote.osci.intermediary.ChunkedTransfers;
import de.amtsbote.osci.intermediary.Intermediary;
import de.amtsbote.osci.intermediary.IntermediaryPolicy;
import de.amtsbote.osci.intermediary.IntermediaryServices;
import de.amtsbote.osci.intermediary.PushPolicy;
import de.amtsbote.osci.intermediary.RecipientCaller;
import de.amtsbote.osci.mailbox.ChunkStore;
import de.amtsbote.osci.mailbox.InMemoryChunkStore;
import de.amtsbote.osci.mailbox.InMemoryMailboxStore;
import de.amtsbote.osci.mailbox.MailboxOwners;
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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** An intermediary with its mailboxes, and clients that talk to it without a network. */
final class World {

  private static final PushPolicy ONCE = new PushPolicy(uri -> true, 1, Duration.ZERO);

  private static final ChunkPolicy CHUNKS =
      new ChunkPolicy(100, 20_000, 200_000, 300_000, Duration.ofDays(1));

  /** Announces 1 KiB as its smallest chunk, but wants a little more. */
  static final ChunkPolicy CONTRADICTORY =
      new ChunkPolicy(1500, 20_000, 200_000, 300_000, Duration.ofDays(1));

  static final URI ADDRESS = URI.create("http://intermediary.test/osci");

  final TickingClock clock;
  final MailboxStore store;
  final ChunkStore chunks;
  final Wire wire;
  final Wire toRecipients;
  final Intermediary intermediary;

  private World(
      IntermediaryPolicy policy,
      List<X509Certificate> revoked,
      Map<URI, OsciEndpoint> recipients,
      MailboxOwners owners,
      PushPolicy push,
      ChunkPolicy chunkPolicy) {
    this(
        policy,
        revoked,
        recipients,
        owners,
        push,
        chunkPolicy,
        new TickingClock(TestPki.NOW),
        new InMemoryMailboxStore(Spool.temporary()),
        new InMemoryChunkStore(Spool.temporary()));
  }

  private World(
      IntermediaryPolicy policy,
      List<X509Certificate> revoked,
      Map<URI, OsciEndpoint> recipients,
      MailboxOwners owners,
      PushPolicy push,
      ChunkPolicy chunkPolicy,
      TickingClock clock,
      MailboxStore store,
      ChunkStore chunks) {
    this.clock = clock;
    this.store = store;
    this.chunks = chunks;
    toRecipients = new Wire(recipients);
    var crl = CA.crl(clock.instant(), revoked.toArray(X509Certificate[]::new));
    var trust = new TrustMaterial(Set.of(CA.certificate()), List.of(), List.of(crl));
    var checker = new CertificateChecker(trust, RevocationPolicy.refuseWhenUnknown(), clock);
    var caller =
        new RecipientCaller(
            INTERMEDIARY,
            toRecipients,
            push,
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
            new IntermediaryServices(
                Optional.of(caller),
                Optional.ofNullable(chunkPolicy).map(this::transfers),
                owners));
    wire = new Wire(Map.of(ADDRESS, endpoint()));
  }

  static World strict() {
    return with(IntermediaryPolicy.strict());
  }

  /** Another process that finds what this one left in its stores. */
  World restarted() {
    return new World(
        IntermediaryPolicy.strict(),
        List.of(),
        Map.of(),
        MailboxOwners.APART,
        ONCE,
        CHUNKS,
        clock,
        store,
        chunks);
  }

  static World open() {
    return with(IntermediaryPolicy.open());
  }

  static World withRevoked(X509Certificate... revoked) {
    return new World(
        IntermediaryPolicy.strict(), List.of(revoked), Map.of(), MailboxOwners.APART, ONCE, CHUNKS);
  }

  static World withRecipient(URI address, OsciEndpoint recipient) {
    return withRecipient(address, recipient, ONCE);
  }

  static World withRecipient(URI address, OsciEndpoint recipient, PushPolicy push) {
    return new World(
        IntermediaryPolicy.strict(),
        List.of(),
        new HashMap<>(Map.of(address, recipient)),
        MailboxOwners.APART,
        push,
        CHUNKS);
  }

  /** Null: an intermediary that takes no chunks. */
  static World withChunks(ChunkPolicy policy) {
    return new World(
        IntermediaryPolicy.strict(), List.of(), Map.of(), MailboxOwners.APART, ONCE, policy);
  }

  private ChunkedTransfers transfers(ChunkPolicy policy) {
    return ChunkedTransfers.of(
        chunks,
        policy,
        INTERMEDIARY,
        AlgorithmPolicy.standard(),
        ReadLimits.DEFAULT,
        Spool.temporary());
  }

  static World with(IntermediaryPolicy policy) {
    return new World(policy, List.of(), Map.of(), MailboxOwners.APART, ONCE, CHUNKS);
  }

  static World with(MailboxOwners owners) {
    return new World(IntermediaryPolicy.strict(), List.of(), Map.of(), owners, ONCE, CHUNKS);
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

  OsciClient client(ClientIdentity identity, OsciTransport transport, Chunking chunking) {
    return new OsciClient(
        identity,
        supplier(ADDRESS),
        transport,
        AlgorithmPolicy.standard(),
        ReadLimits.DEFAULT,
        Spool.temporary(),
        chunking);
  }
}
