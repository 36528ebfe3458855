package de.amtsbote.gateway.message;

import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import de.amtsbote.gateway.TestClock;
import de.amtsbote.gateway.TestDatabase;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A store on a database of its own, with a clock that tests move. */
public final class MessageKit {

  public static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

  public static final NodeName NODE = new NodeName("test");

  public final TestClock clock = new TestClock(NOON);
  public final DataSource source;
  public final JdbcTemplate jdbc;
  public final TransactionTemplate transaction;
  public final List<MessageId> queued = new ArrayList<>();
  public final List<StateListener> listeners = new ArrayList<>();
  public final List<IdentityReader> identities = new ArrayList<>();
  public final TransmissionStore transmissions;
  public final ReceiptStore receipts;
  public final AttemptStore attempts;
  public final HandOvers handOvers;
  public final MessageStore store;

  public MessageKit(Path spool) {
    this(TestDatabase.fresh(), spool, null);
  }

  public MessageKit(DataSource source, Path spool) {
    this(source, spool, null);
  }

  public MessageKit(Path spool, WorkQueue queue) {
    this(TestDatabase.fresh(), spool, queue);
  }

  public MessageKit(DataSource source, Path spool, WorkQueue queue) {
    this.source = source;
    this.jdbc = new JdbcTemplate(source);
    this.transaction = new TransactionTemplate(new JdbcTransactionManager(source));
    this.transmissions = new TransmissionStore(jdbc, NODE, clock);
    this.receipts = new ReceiptStore(jdbc, clock);
    this.attempts = new AttemptStore(jdbc, NODE, clock);
    store =
        new MessageStore(
            new PostgresTables(jdbc),
            transaction,
            new TestKeys(),
            queue == null ? (id, due) -> queued.add(id) : queue,
            clock,
            new TimeBasedEpochGenerator(new SecureRandom(), new ClockTime(clock)),
            () -> listeners,
            () -> identities,
            spool,
            VirusScanner.NONE);
    handOvers = new HandOvers(store, transmissions, new PostgresTables(jdbc), transaction);
  }

  /** What another node would use. */
  public AttemptStore attempts(NodeName node) {
    return new AttemptStore(jdbc, node, clock);
  }

  /** What another node would use. */
  public TransmissionStore transmissions(NodeName node) {
    return new TransmissionStore(jdbc, node, clock);
  }

  public Receipt accept(String payload) throws IOException {
    return accept(null, payload);
  }

  public Receipt accept(String key, String payload) throws IOException {
    try (var intake = store.intake()) {
      intake.add(PartRole.PAYLOAD, "payload", "application/xml", bytes(payload));
      return intake.commit(message(key));
    }
  }

  public static NewMessage message(String key) {
    return new NewMessage(
        "stadt", new Entry(EntryKind.REST, "portal"), key, Traits.addressedTo("r", "s"));
  }

  public static ByteArrayInputStream bytes(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  public int count(String table) {
    return jdbc.queryForObject("select count(*) from " + table, Integer.class);
  }

  public Clock clock() {
    return clock;
  }
}
