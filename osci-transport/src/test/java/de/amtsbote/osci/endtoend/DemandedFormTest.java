package de.amtsbote.osci.endtoend;

import static de.amtsbote.osci.endtoend.Identities.ALICE;
import static de.amtsbote.osci.endtoend.Identities.BOB;
import static de.amtsbote.osci.endtoend.Identities.CAROL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import de.amtsbote.osci.client.ClientIdentity;
import de.amtsbote.osci.client.OsciClient;
import de.amtsbote.osci.client.OutgoingDelivery;
import de.amtsbote.osci.client.ReceivedDelivery;
import de.amtsbote.osci.client.SendOutcome;
import de.amtsbote.osci.content.NoKeyException;
import de.amtsbote.osci.http.HttpOsciTransport;
import de.amtsbote.osci.http.HttpTimeouts;
import de.amtsbote.osci.http.OsciHttpHandler;
import de.amtsbote.osci.model.Role;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Services may want another reader than the owner of the mailbox, open content, or no author. */
class DemandedFormTest {

  private final World world = World.strict();
  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/osci", new OsciHttpHandler(world.endpoint(), Duration.ofMinutes(1)));
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void contentForAnotherReader_staysClosedToTheOwnerOfTheMailbox() throws Exception {
    send(toBob().readBy(CAROL.cipher().get(0).certificate()));

    try (var dialog = client(BOB).openDialog();
        var delivery = dialog.next().orElseThrow()) {
      assertThatThrownBy(delivery::open).isInstanceOf(NoKeyException.class);
      assertThat(readers(delivery)).contains(CAROL.cipher().get(0).certificate());
    }
  }

  @Test
  void openContent_isReadableAndSigned() throws Exception {
    send(toBob().readableByAll());

    try (var dialog = client(BOB).openDialog();
        var delivery = dialog.next().orElseThrow()) {
      var content = delivery.open();
      assertThat(Letters.payload(content, "payload")).isEqualTo(Letters.PAYLOAD);
      assertThat(content.containers().get(0).signatures()).hasSize(1);
      delivery.confirm();
    }
  }

  @Test
  void contentWithoutAuthor_arrivesUnsigned() throws Exception {
    send(toBob().unsigned());

    try (var dialog = client(BOB).openDialog();
        var delivery = dialog.next().orElseThrow()) {
      var content = delivery.open();
      assertThat(Letters.payload(content, "payload")).isEqualTo(Letters.PAYLOAD);
      assertThat(content.containers().get(0).signatures()).isEmpty();
      delivery.confirm();
    }
  }

  private static OutgoingDelivery toBob() {
    return OutgoingDelivery.to(BOB.cipher().get(0).certificate()).data("payload", Letters.PAYLOAD);
  }

  private static List<X509Certificate> readers(ReceivedDelivery delivery) {
    return delivery.certificates().all().stream()
        .filter(it -> it.role() == Role.OTHER_READER)
        .map(it -> it.certificate())
        .toList();
  }

  private void send(OutgoingDelivery delivery) throws IOException {
    var alice = client(ALICE);
    assertThat(alice.store(alice.messageId(), delivery)).isInstanceOf(SendOutcome.Accepted.class);
  }

  private OsciClient client(ClientIdentity identity) {
    var uri = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/osci");
    return new OsciClient(
        identity, World.supplier(uri), new HttpOsciTransport(HttpTimeouts.standard()));
  }
}
