package de.amtsbote.gateway.intermediary;

import de.amtsbote.osci.client.Chunking;
import de.amtsbote.osci.client.ClientIdentity;
import de.amtsbote.osci.client.OsciClient;
import de.amtsbote.osci.client.Supplier;
import de.amtsbote.osci.crypto.AlgorithmPolicy;
import de.amtsbote.osci.crypto.KeyOperations;
import de.amtsbote.osci.crypto.SoftwareKeys;
import de.amtsbote.osci.endpoint.OsciEndpoint;
import de.amtsbote.osci.intermediary.ChunkPolicy;
import de.amtsbote.osci.intermediary.ChunkedTransfers;
import de.amtsbote.osci.intermediary.Intermediary;
import de.amtsbote.osci.intermediary.IntermediaryKeys;
import de.amtsbote.osci.intermediary.IntermediaryPolicy;
import de.amtsbote.osci.intermediary.IntermediaryServices;
import de.amtsbote.osci.intermediary.PushPolicy;
import de.amtsbote.osci.intermediary.PushRetry;
import de.amtsbote.osci.intermediary.RecipientCaller;
import de.amtsbote.osci.spool.Spool;
import de.amtsbote.osci.testpki.TestIdentity;
import de.amtsbote.osci.testpki.TestPki;
import de.amtsbote.osci.transport.OsciTransport;
import de.amtsbote.osci.trust.CertificateChecker;
import de.amtsbote.osci.trust.RevocationPolicy;
import de.amtsbote.osci.trust.TrustMaterial;
import de.amtsbote.osci.wire.ReadLimits;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** An intermediary on PostgreSQL without the gateway around it; several may share a database. */
final class Node {

  static final TestPki CA = TestPki.root("Knoten-CA");
  static final ClientIdentity ALICE = identity("Alice");
  static final ClientIdentity BOB = identity("Bob");
  static final IntermediaryKeys KEYS =
      IntermediaryKeys.of(keys(CA.reader("Intermediär")), keys(CA.signer("Intermediär")));
  static final PushRetry RETRY =
      new PushRetry(
          Duration.ofSeconds(10),
          Duration.ofMinutes(1),
          Duration.ofHours(1),
          Duration.ofMinutes(5));

  final Intermediary intermediary;
  final OsciEndpoint endpoint;

  Node(DataSource database, Clock clock, OsciTransport toRecipients, Spool spool) {
    var jdbc = new JdbcTemplate(database);
    var transaction = new TransactionTemplate(new DataSourceTransactionManager(database));
    var algorithms = AlgorithmPolicy.standard();
    var limits = ReadLimits.DEFAULT;
    var services =
        IntermediaryServices.NONE
            .with(
                ChunkedTransfers.of(
                    new PostgresChunkStore(jdbc, transaction),
                    new ChunkPolicy(1024, 64 << 20, 4L << 30, 8L << 30, Duration.ofDays(1)),
                    KEYS,
                    algorithms,
                    limits,
                    spool))
            .with(
                new RecipientCaller(
                    KEYS,
                    toRecipients,
                    new PushPolicy(uri -> true, 1, Duration.ZERO).retrying(RETRY),
                    algorithms,
                    limits,
                    spool));
    intermediary =
        new Intermediary(
            KEYS,
            IntermediaryPolicy.strict(),
            new PostgresMailboxStore(jdbc, transaction),
            new CertificateChecker(
                TrustMaterial.of(List.of(CA.certificate())), RevocationPolicy.unchecked(), clock),
            spool,
            clock,
            services);
    endpoint = Intermediary.endpoint(intermediary, KEYS, algorithms, limits, spool);
  }

  static ClientIdentity identity(String name) {
    return ClientIdentity.of(keys(CA.reader(name)), keys(CA.signer(name)));
  }

  private static KeyOperations keys(TestIdentity identity) {
    return SoftwareKeys.of(identity.key(), identity.certificate());
  }

  static OsciClient client(
      ClientIdentity identity, URI address, OsciTransport transport, Spool spool, Chunking chunks) {
    var supplier =
        Supplier.of(address, KEYS.cipher().get(0).certificate(), KEYS.signature().certificate());
    return new OsciClient(
        identity,
        supplier,
        transport,
        AlgorithmPolicy.standard(),
        ReadLimits.DEFAULT,
        spool,
        chunks);
  }
}
