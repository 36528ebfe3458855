package de.amtsbote.osci.endtoend;

import static de.amtsbote.osci.endtoend.Identities.ALICE;
import static de.amtsbote.osci.endtoend.Identities.BOB;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import de.amtsbote.osci.client.ClientIdentity;
import de.amtsbote.osci.client.OsciClient;
import de.amtsbote.osci.client.SendOutcome;
import de.amtsbote.osci.http.HttpOsciTransport;
import de.amtsbote.osci.http.HttpTimeouts;
import de.amtsbote.osci.http.OsciHttpHandler;
import de.amtsbote.osci.model.FeedbackCode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The whole way over real HTTP on the loopback interface. */
class StoreAndFetchTest {

  private final World world = World.strict();
  private HttpServer server;
  private OsciClient alice;
  private OsciClient bob;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/osci", new OsciHttpHandler(world.endpoint(), Duration.ofMinutes(1)));
    server.start();
    alice = client(ALICE);
    bob = client(BOB);
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private OsciClient client(ClientIdentity identity) {
    var uri = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/osci");
    return new OsciClient(
        identity, World.supplier(uri), new HttpOsciTransport(HttpTimeouts.standard()));
  }

  @Test
  void deliveryWithAttachment_arrivesUnchangedAndSigned() throws Exception {
    var plan = Letters.octets(3_000_000);
    var id = alice.messageId();
    var sent = alice.store(id, Letters.withAttachment(BOB, plan));
    assertThat(sent).isInstanceOf(SendOutcome.Accepted.class);

    try (var dialog = bob.openDialog();
        var delivery = dialog.next().orElseThrow()) {
      var content = delivery.open();
      assertThat(delivery.messageId()).isEqualTo(id);
      assertThat(Letters.payload(content, "payload")).isEqualTo(Letters.PAYLOAD);
      assertThat(Letters.payload(content, "plan")).isEqualTo(plan);
      assertThat(content.containers().get(0).signatures())
          .singleElement()
          .satisfies(
              signature ->
                  assertThat(signature.signer().certificate())
                      .isEqualTo(ALICE.signature().certificate()));
      delivery.confirm();
    }
  }

  @Test
  void answerToStore_carriesTheProcessCardWithItsInspections() throws Exception {
    var outcome = (SendOutcome.Accepted) alice.store(alice.messageId(), Letters.to(BOB));

    var card = outcome.card().orElseThrow();
    assertThat(outcome.feedback().codes())
        .containsExactly(FeedbackCode.EXECUTED_DIALOG_CLOSED.code());
    assertThat(card.card().creation()).isNotNull();
    assertThat(card.card().reception()).isNull();
    assertThat(card.inspections()).hasSize(3);
  }

  @Test
  void reception_standsOnTheCardAfterTheNextOrderOnly() throws Exception {
    var id = Letters.send(alice, BOB);
    var dialog = bob.openDialog();
    var delivery = dialog.next().orElseThrow();
    assertThat(alice.processCard(id).orElseThrow().card().forwarding()).isNotNull();
    assertThat(alice.processCard(id).orElseThrow().card().reception()).isNull();

    delivery.confirm();
    dialog.close();

    assertThat(alice.processCard(id).orElseThrow().card().reception()).isNotNull();
  }

  @Test
  void mailbox_isDrainedInOneDialogOldestFirst() throws Exception {
    var first = Letters.send(alice, BOB);
    var second = Letters.send(alice, BOB);

    try (var dialog = bob.openDialog()) {
      try (var delivery = dialog.next().orElseThrow()) {
        assertThat(delivery.messageId()).isEqualTo(first);
        assertThat(delivery.moreWaiting()).isTrue();
        delivery.confirm();
      }
      try (var delivery = dialog.next().orElseThrow()) {
        assertThat(delivery.messageId()).isEqualTo(second);
        assertThat(delivery.moreWaiting()).isFalse();
        delivery.confirm();
      }
      assertThat(dialog.next()).isEmpty();
    }
  }
}
