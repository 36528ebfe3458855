package de.amtsbote.osci.endtoend;

import static de.amtsbote.osci.endtoend.Identities.ALICE;
import static de.amtsbote.osci.endtoend.Identities.BOB;
import static de.amtsbote.osci.endtoend.Identities.CA;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import de.amtsbote.osci.client.OsciClient;
import de.amtsbote.osci.client.SendOutcome;
import de.amtsbote.osci.content.OpenedContainer;
import de.amtsbote.osci.crypto.AlgorithmPolicy;
import de.amtsbote.osci.crypto.KeyOperations;
import de.amtsbote.osci.crypto.SoftwareKeys;
import de.amtsbote.osci.endpoint.OsciEndpoint;
import de.amtsbote.osci.http.HttpOsciTransport;
import de.amtsbote.osci.http.HttpTimeouts;
import de.amtsbote.osci.http.OsciHttpHandler;
import de.amtsbote.osci.intermediary.Intermediary;
import de.amtsbote.osci.intermediary.IntermediaryKeys;
import de.amtsbote.osci.intermediary.IntermediaryPolicy;
import de.amtsbote.osci.intermediary.IntermediaryServices;
import de.amtsbote.osci.intermediary.PushPolicy;
import de.amtsbote.osci.intermediary.RecipientCaller;
import de.amtsbote.osci.mailbox.InMemoryMailboxStore;
import de.amtsbote.osci.model.MessageId;
import de.amtsbote.osci.pkcs11.Pkcs11Token;
import de.amtsbote.osci.recipient.PassiveRecipient;
import de.amtsbote.osci.recipient.PushedDelivery;
import de.amtsbote.osci.recipient.RecipientService;
import de.amtsbote.osci.spool.Spool;
import de.amtsbote.osci.testpki.TestPki;
import de.amtsbote.osci.testpki.TickingClock;
import de.amtsbote.osci.trust.CertificateChecker;
import de.amtsbote.osci.trust.RevocationPolicy;
import de.amtsbote.osci.trust.TrustDirectory;
import de.amtsbote.osci.wire.ReadLimits;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs the examples of the page on the library: an own intermediary pushes to an own recipient. */
class LibraryPageTest {

  @TempDir Path folder;
  private final TickingClock clock = new TickingClock(TestPki.NOW);
  private final List<MessageId> stored = new ArrayList<>();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
    threads.shutdownNow();
  }

  private URI address(String path) {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
  }

  @ParameterizedTest
  @ValueSource(strings = {"keys", "recipient", "intermediary"})
  void examples_areThoseOfThePage(String name) throws IOException {
    var source =
        Files.readString(Path.of("src/test/java/de/amtsbote/osci/endtoend/LibraryPageTest.java"));
    var page = Files.readString(Path.of("../docs/osci-library.md"));

    assertThat(between(source, "// " + name, "// /" + name))
        .isEqualTo(between(page, "<!-- " + name + " -->\n```java", "```\n<!-- /" + name + " -->"));
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

  @Test
  void ownIntermediary_pushesToTheOwnRecipient() throws Exception {
    mountRecipient();
    var recipients = address("/recipient");
    server.createContext(
        "/osci", new OsciHttpHandler(intermediary(recipients), Duration.ofMinutes(1)));
    var alice =
        new OsciClient(
            ALICE,
            World.supplier(address("/osci")),
            new HttpOsciTransport(HttpTimeouts.standard()));
    var id = alice.messageId();

    var outcome = alice.forward(id, recipients, Letters.withAttachment(BOB, new byte[10]));

    assertThat(outcome).isInstanceOf(SendOutcome.Accepted.class);
    assertThat(stored).containsExactly(id);
  }

  @Test
  void keysOfAFile_areLoaded() throws Exception {
    var file = folder.resolve("keys.p12");
    var identity = CA.signer("Page");
    var store = java.security.KeyStore.getInstance("PKCS12");
    store.load(null, null);
    store.setKeyEntry(
        "key",
        identity.key(),
        "secret".toCharArray(),
        new java.security.cert.Certificate[] {identity.certificate()});
    try (var out = Files.newOutputStream(file)) {
      store.store(out, "secret".toCharArray());
    }

    assertThat(fromFile(file, "secret".toCharArray()).certificate())
        .isEqualTo(identity.certificate());
  }

  private KeyOperations fromFile(Path file, char[] password)
      throws IOException, GeneralSecurityException {
    return keys(file, password, null, null)[0];
  }

  /** Only where a token is given; what it does is shown by the tests of tokens. */
  private KeyOperations[] keys(Path file, char[] password, Path library, char[] pin)
      throws IOException, GeneralSecurityException {
    if (library == null) {
      return new KeyOperations[] {SoftwareKeys.fromPkcs12(Files.newInputStream(file), password)};
    }
    // keys
    KeyOperations fromFile = SoftwareKeys.fromPkcs12(Files.newInputStream(file), password);
    KeyOperations fromToken = Pkcs11Token.open(library, 0, pin).key("label");
    // /keys
    return new KeyOperations[] {fromFile, fromToken};
  }

  private void mountRecipient() {
    var cipherKey = BOB.cipher().get(0);
    var signatureKey = BOB.signature();
    var intermediarySigner = Identities.INTERMEDIARY.signature().certificate();
    // recipient
    var service =
        new RecipientService() {
          @Override
          public boolean accept(PushedDelivery delivery) throws IOException {
            var id = delivery.processCard().orElseThrow().messageId();
            for (var container : delivery.open().containers()) {
              store(id, container);
            }
            return true;
          }
        };
    var recipient =
        new PassiveRecipient(List.of(cipherKey), signatureKey, Set.of(intermediarySigner), service)
            .endpoint(AlgorithmPolicy.standard(), ReadLimits.DEFAULT, Spool.temporary());
    server.createContext("/recipient", new OsciHttpHandler(recipient, Duration.ofMinutes(5)));
    // /recipient
  }

  private void store(MessageId id, OpenedContainer container) {
    assertThat(container.items()).isNotEmpty();
    stored.add(id);
  }

  private OsciEndpoint intermediary(URI pushedTo) throws Exception {
    var cipherKey = Identities.INTERMEDIARY.cipher().get(0);
    var signatureKey = Identities.INTERMEDIARY.signature();
    var trusted = folder.resolve("trusted");
    Files.createDirectories(trusted.resolve("anchors"));
    Files.write(trusted.resolve("anchors/ca.cer"), CA.certificate().getEncoded());
    // intermediary
    var spool = Spool.temporary();
    var keys = IntermediaryKeys.of(cipherKey, signatureKey);
    var trust = new TrustDirectory(trusted, Duration.ofMinutes(1), clock);
    var checker = new CertificateChecker(trust, RevocationPolicy.warnWhenUnknown(), clock);
    var caller =
        new RecipientCaller(
            keys,
            new HttpOsciTransport(HttpTimeouts.standard()),
            PushPolicy.to(Set.of(pushedTo)),
            AlgorithmPolicy.standard(),
            ReadLimits.DEFAULT,
            spool);
    var intermediary =
        new Intermediary(
            keys,
            IntermediaryPolicy.strict(),
            new InMemoryMailboxStore(spool),
            checker,
            spool,
            clock,
            IntermediaryServices.NONE.with(caller));
    var endpoint =
        Intermediary.endpoint(
            intermediary, keys, AlgorithmPolicy.standard(), ReadLimits.DEFAULT, spool);
    // /intermediary
    return endpoint;
  }
}
