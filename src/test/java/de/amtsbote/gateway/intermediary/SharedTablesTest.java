package de.amtsbote.gateway.intermediary;

import static de.amtsbote.gateway.intermediary.Node.ALICE;
import static de.amtsbote.gateway.intermediary.Node.BOB;
import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import de.amtsbote.gateway.TestDatabase;
import de.amtsbote.osci.client.Chunking;
import de.amtsbote.osci.client.ClientIdentity;
import de.amtsbote.osci.client.OsciClient;
import de.amtsbote.osci.client.OutgoingDelivery;
import de.amtsbote.osci.client.SendOutcome;
import de.amtsbote.osci.content.OpenedItem;
import de.amtsbote.osci.crypto.AlgorithmPolicy;
import de.amtsbote.osci.endpoint.OsciEndpoint;
import de.amtsbote.osci.model.MessageId;
import de.amtsbote.osci.recipient.PassiveRecipient;
import de.amtsbote.osci.spool.Spool;
import de.amtsbote.osci.testpki.TestPki;
import de.amtsbote.osci.testpki.TickingClock;
import de.amtsbote.osci.transport.MessageBody;
import de.amtsbote.osci.transport.OsciTransport;
import de.amtsbote.osci.transport.TransportException;
import de.amtsbote.osci.wire.ReadLimits;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** Two nodes work on the same tables; every order goes to the other one than the order before. */
class SharedTablesTest {

  private static final URI ADDRESS = URI.create("http://knoten.test/osci");
  private static final URI BOBS = URI.create("http://bob.test/osci");
  private static final Spool SPOOL = Spool.temporary();
  private static final byte[] PLAN = plan();
  private static HikariDataSource database;

  private final TickingClock clock = new TickingClock(TestPki.NOW);
  private final AtomicBoolean recipientIsThere = new AtomicBoolean(true);
  private final AtomicInteger brought = new AtomicInteger();
  private List<Node> nodes;
  private int orders;

  private static byte[] plan() {
    var octets = new byte[300_000];
    new Random(7).nextBytes(octets);
    return octets;
  }

  @BeforeAll
  static void openDatabase() {
    database = new HikariDataSource();
    database.setJdbcUrl(TestDatabase.freshUrl());
  }

  @AfterAll
  static void closeDatabase() {
    database.close();
  }

  @BeforeEach
  void start() {
    nodes =
        List.of(
            new Node(database, clock, this::toRecipient, SPOOL),
            new Node(database, clock, this::toRecipient, SPOOL));
  }

  private InputStream toRecipient(URI address, MessageBody message) throws TransportException {
    if (!recipientIsThere.get()) {
      throw new TransportException(TransportException.Fate.NOT_SENT, "away");
    }
    var recipient =
        new PassiveRecipient(
            BOB.cipher(),
            BOB.signature(),
            Set.of(Node.KEYS.signature().certificate()),
            delivery -> {
              brought.incrementAndGet();
              return true;
            });
    return answer(
        recipient.endpoint(AlgorithmPolicy.standard(), ReadLimits.DEFAULT, SPOOL), message);
  }

  private InputStream inTurns(URI address, MessageBody message) throws TransportException {
    return answer(nodes.get(orders++ % 2).endpoint, message);
  }

  private static InputStream answer(OsciEndpoint endpoint, MessageBody message)
      throws TransportException {
    try (var request = message.open();
        var answer = endpoint.handle(request)) {
      var octets = new ByteArrayOutputStream();
      answer.writeTo(octets);
      return new ByteArrayInputStream(octets.toByteArray());
    } catch (IOException e) {
      throw new TransportException(TransportException.Fate.UNCLEAR, "broken", e);
    }
  }

  private OsciClient client(ClientIdentity identity) {
    OsciTransport line = this::inTurns;
    var chunks = new Chunking(100_000, 64 << 10, 3, Duration.ZERO);
    return Node.client(identity, ADDRESS, line, SPOOL, chunks);
  }

  private static OutgoingDelivery letter() {
    return OutgoingDelivery.to(BOB.cipher().get(0).certificate())
        .data("payload", new byte[] {1})
        .attachment("plan", "plan.bin", () -> new ByteArrayInputStream(PLAN));
  }

  private MessageId send() throws IOException {
    var alice = client(ALICE);
    var id = alice.messageId();
    assertThat(alice.store(id, letter())).isInstanceOf(SendOutcome.Accepted.class);
    return id;
  }

  private boolean isReceived(MessageId id) throws IOException {
    return client(ALICE).processCard(id).orElseThrow().card().reception() != null;
  }

  @Test
  void chunksThatReachBothNodes_becomeOneDelivery() throws Exception {
    var id = send();

    try (var dialog = client(BOB).openDialog();
        var delivery = dialog.next().orElseThrow()) {
      assertThat(delivery.messageId()).isEqualTo(id);
      var item = (OpenedItem.Octets) delivery.open().containers().get(0).item("plan").orElseThrow();
      try (var in = item.open()) {
        assertThat(in).hasBinaryContent(PLAN);
      }
      delivery.confirm();
      assertThat(dialog.next()).isEmpty();
    }
    assertThat(isReceived(id)).isTrue();
  }

  @Test
  void finishedTransfers_leaveNoChunks() throws Exception {
    send();
    try (var dialog = client(BOB).openDialog();
        var delivery = dialog.next().orElseThrow()) {
      delivery.confirm();
    }

    try (var connection = database.getConnection();
        var rows = connection.createStatement().executeQuery("select count(*) from osci_chunk")) {
      rows.next();
      assertThat(rows.getLong(1)).isZero();
    }
  }

  private MessageId forward() throws IOException {
    var alice = client(ALICE);
    var id = alice.messageId();
    assertThat(alice.forward(id, BOBS, letter())).isInstanceOf(SendOutcome.Accepted.class);
    return id;
  }

  @Test
  void pushThatFailedOnOneNode_isDoneByTheOther() throws Exception {
    recipientIsThere.set(false);
    var id = forward();
    recipientIsThere.set(true);
    clock.advance(Duration.ofSeconds(11));

    assertThat(nodes.get(1).intermediary.retryPushes(10)).isEqualTo(1);

    assertThat(brought).hasValue(1);
    assertThat(isReceived(id)).isTrue();
  }

  @Test
  void pushOfANodeThatDied_isTakenOver() throws Exception {
    recipientIsThere.set(false);
    var id = forward();
    clock.advance(Duration.ofSeconds(11));
    var died = new PostgresPushes(new JdbcTemplate(database));
    died.claim(clock.instant(), clock.instant().plus(Node.RETRY.lease()), 10);
    recipientIsThere.set(true);

    assertThat(nodes.get(1).intermediary.retryPushes(10)).isZero();
    clock.advance(Node.RETRY.lease());
    assertThat(nodes.get(1).intermediary.retryPushes(10)).isEqualTo(1);
    assertThat(isReceived(id)).isTrue();
  }

  @Test
  void nodesThatLookAtOnce_bringEachDeliveryOnce() throws Exception {
    recipientIsThere.set(false);
    for (var i = 0; i < 6; i++) {
      forward();
    }
    recipientIsThere.set(true);
    clock.advance(Duration.ofSeconds(11));
    var pool = Executors.newFixedThreadPool(2);
    try {
      var runs =
          nodes.stream().map(it -> pool.submit(() -> it.intermediary.retryPushes(10))).toList();
      for (var run : runs) {
        run.get();
      }
    } finally {
      pool.shutdownNow();
    }

    assertThat(brought).hasValue(6);
  }
}
