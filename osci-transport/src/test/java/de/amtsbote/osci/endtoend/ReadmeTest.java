package de.amtsbote.osci.endtoend;

import static de.amtsbote.osci.endtoend.Identities.ALICE;
import static de.amtsbote.osci.endtoend.Identities.BOB;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import de.amtsbote.osci.client.ClientIdentity;
import de.amtsbote.osci.client.OsciClient;
import de.amtsbote.osci.client.OutgoingDelivery;
import de.amtsbote.osci.client.SendOutcome;
import de.amtsbote.osci.client.Supplier;
import de.amtsbote.osci.content.OpenedContainer;
import de.amtsbote.osci.http.HttpOsciTransport;
import de.amtsbote.osci.http.HttpTimeouts;
import de.amtsbote.osci.http.OsciHttpHandler;
import de.amtsbote.osci.model.MessageId;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs the examples of the module's README, and sees to it that they are the ones printed there.
 */
class ReadmeTest {

  @TempDir Path folder;
  private final List<MessageId> stored = new ArrayList<>();
  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    var world = World.strict();
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/osci", new OsciHttpHandler(world.endpoint(), Duration.ofMinutes(1)));
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/osci");
  }

  @Test
  void examples_workTogether() throws Exception {
    assertThat(send()).isInstanceOf(SendOutcome.Accepted.class);

    receive(
        new OsciClient(
            BOB, World.supplier(address()), new HttpOsciTransport(HttpTimeouts.standard())));

    assertThat(stored).hasSize(1);
  }

  @Test
  void examples_areThoseOfTheReadme() throws Exception {
    var source =
        Files.readString(Path.of("src/test/java/de/amtsbote/osci/endtoend/ReadmeTest.java"));
    var readme = Files.readString(Path.of("README.md"));

    assertThat(between(source, "// send", "// /send"))
        .isEqualTo(between(readme, "<!-- send -->\n```java", "```\n<!-- /send -->"));
    assertThat(between(source, "// receive", "// /receive"))
        .isEqualTo(between(readme, "<!-- receive -->\n```java", "```\n<!-- /receive -->"));
  }

  private static String between(String text, String start, String end) {
    var found =
        Pattern.compile(
                "^ *" + Pattern.quote(start) + "\\n(.*?)^ *" + Pattern.quote(end) + "$",
                Pattern.DOTALL | Pattern.MULTILINE)
            .matcher(text);
    assertThat(found.find()).isTrue();
    return found.group(1).stripTrailing().stripIndent();
  }

  private SendOutcome send() throws IOException {
    var cipherKey = ALICE.cipher().get(0);
    var signatureKey = ALICE.signature();
    var address = address();
    var intermediaryCipher = Identities.INTERMEDIARY.cipher().get(0).certificate();
    var intermediarySigner = Identities.INTERMEDIARY.signature().certificate();
    var authorityCipher = BOB.cipher().get(0).certificate();
    var application = Letters.PAYLOAD;
    var plan = Files.write(folder.resolve("plan.pdf"), Letters.octets(10_000));
    // send
    var me = ClientIdentity.of(cipherKey, signatureKey);
    var intermediary = Supplier.of(address, intermediaryCipher, intermediarySigner);
    var client = new OsciClient(me, intermediary, new HttpOsciTransport(HttpTimeouts.standard()));
    var id = client.messageId();
    var delivery =
        OutgoingDelivery.to(authorityCipher)
            .subject("Antrag auf Baugenehmigung")
            .data("antrag", application)
            .attachment("lageplan", "lageplan.pdf", () -> Files.newInputStream(plan));
    SendOutcome outcome = client.store(id, delivery);
    // /send
    return outcome;
  }

  private void receive(OsciClient client) throws IOException {
    // receive
    try (var dialog = client.openDialog()) {
      for (var found = dialog.next(); found.isPresent(); found = dialog.next()) {
        try (var delivery = found.get()) {
          for (var container : delivery.open().containers()) {
            store(delivery.messageId(), container);
          }
          delivery.confirm();
        }
      }
    }
    // /receive
  }

  private void store(MessageId id, OpenedContainer container) {
    assertThat(container.isSigned()).isTrue();
    stored.add(id);
  }
}
