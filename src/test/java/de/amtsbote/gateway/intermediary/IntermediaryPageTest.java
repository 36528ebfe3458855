package de.amtsbote.gateway.intermediary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import de.amtsbote.osci.client.SendOutcome;
import de.amtsbote.osci.crypto.AlgorithmPolicy;
import de.amtsbote.osci.http.OsciHttpHandler;
import de.amtsbote.osci.model.MessageId;
import de.amtsbote.osci.recipient.PassiveRecipient;
import de.amtsbote.osci.spool.Spool;
import de.amtsbote.osci.testport.Ports;
import de.amtsbote.osci.wire.ReadLimits;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Mailboxes and push of a gateway that was set up as the page about the intermediary says. */
class IntermediaryPageTest {

  @TempDir Path folder;

  /** One town for both, because it takes its time to start. */
  @Test
  void townOfThePage_keepsMailAndBringsItAfterARestart() throws Exception {
    var town = new SampleTown(folder);
    var recipient = URI.create("http://127.0.0.1:" + Ports.free() + "/osci");
    String[] push = {
      "--amtsbote.intermediary.push.recipients=" + recipient,
      "--amtsbote.intermediary.push.poll=200ms",
      "--amtsbote.intermediary.push.first-pause=1s"
    };
    MessageId forwarded;
    try (var gateway = town.start(push)) {
      assertThat(gateway.isRunning()).isTrue();
      storeAndFetch(town);
      forwarded = town.client("portal").messageId();
      assertThat(town.client("portal").forward(forwarded, recipient, town.letterTo("gewerbeamt")))
          .isInstanceOf(SendOutcome.Accepted.class);
      assertThat(isReceived(town, forwarded)).isFalse();
    }
    var server = recipientAt(town, recipient);
    try (var gateway = town.start(push)) {
      assertThat(gateway.isRunning()).isTrue();
      await().atMost(Duration.ofSeconds(60)).until(() -> isReceived(town, forwarded));
    } finally {
      server.stop(0);
    }
  }

  private static void storeAndFetch(SampleTown town) throws Exception {
    var portal = town.client("portal");
    var id = portal.messageId();
    assertThat(portal.store(id, town.letterTo("gewerbeamt")))
        .isInstanceOf(SendOutcome.Accepted.class);
    try (var dialog = town.client("gewerbeamt").openDialog();
        var delivery = dialog.next().orElseThrow()) {
      assertThat(delivery.messageId()).isEqualTo(id);
      delivery.confirm();
    }
    assertThat(isReceived(town, id)).isTrue();
  }

  private static boolean isReceived(SampleTown town, MessageId id) throws Exception {
    return town.client("portal").processCard(id).orElseThrow().card().reception() != null;
  }

  private static HttpServer recipientAt(SampleTown town, URI address) throws Exception {
    var recipient =
        new PassiveRecipient(
            List.of(town.key("gewerbeamt", "cipher")),
            town.key("gewerbeamt", "signature"),
            Set.of(town.key("intermediary", "signature").certificate()),
            delivery -> true);
    var endpoint =
        recipient.endpoint(AlgorithmPolicy.standard(), ReadLimits.DEFAULT, Spool.temporary());
    var server =
        HttpServer.create(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), address.getPort()), 0);
    server.createContext("/", new OsciHttpHandler(endpoint, Duration.ofMinutes(1)));
    server.start();
    return server;
  }
}
