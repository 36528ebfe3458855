package de.amtsbote.gateway.intermediary;

import static org.assertj.core.api.Assertions.assertThat;

import de.amtsbote.gateway.GatewayApplication;
import de.amtsbote.gateway.TestDatabase;
import de.amtsbote.gateway.TestGateway;
import de.amtsbote.gateway.cli.CommandFrame;
import de.amtsbote.gateway.cli.certificates.CertificatesCommand;
import de.amtsbote.osci.client.ClientIdentity;
import de.amtsbote.osci.client.OsciClient;
import de.amtsbote.osci.client.OutgoingDelivery;
import de.amtsbote.osci.client.SendOutcome;
import de.amtsbote.osci.client.Supplier;
import de.amtsbote.osci.crypto.KeyOperations;
import de.amtsbote.osci.crypto.SoftwareKeys;
import de.amtsbote.osci.http.HttpOsciTransport;
import de.amtsbote.osci.http.HttpTimeouts;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Does what docs/intermediary.md says: sample keys, its first configuration, and mail. */
class IntermediaryPageTest {

  private static final Pattern YAML = Pattern.compile("```yaml\\n(.*?)```", Pattern.DOTALL);

  @TempDir Path folder;

  @Test
  void configurationOfThePage_servesTwoAuthorities() throws Exception {
    var town = folder.resolve("town");
    var program = new CommandFrame(CertificatesCommand.command(Clock.systemUTC()));
    assertThat(program.run("certificates", "create", town.toString())).isZero();
    var port = freePort();
    try (var gateway =
        GatewayApplication.start(
            "--spring.config.additional-location=file:" + configuration(),
            "--server.port=" + port,
            "--spring.datasource.url=" + TestDatabase.freshUrl(),
            "--amtsbote.data=" + folder.resolve("data"),
            "--amtsbote.key-ring.file=" + TestGateway.keyRing(folder),
            "--amtsbote.key-ring.password-file=" + folder.resolve("password"))) {
      assertThat(gateway.isRunning()).isTrue();
      var address = URI.create("http://localhost:" + port + "/osci/intermediary");
      var portal = client("portal", address);
      var id = portal.messageId();
      var letter =
          OutgoingDelivery.to(key("gewerbeamt", "cipher").certificate())
              .data("MESSAGE", new byte[] {1, 2, 3});
      assertThat(portal.store(id, letter)).isInstanceOf(SendOutcome.Accepted.class);

      try (var dialog = client("gewerbeamt", address).openDialog();
          var delivery = dialog.next().orElseThrow()) {
        assertThat(delivery.messageId()).isEqualTo(id);
        delivery.confirm();
      }
      assertThat(portal.processCard(id).orElseThrow().card().reception()).isNotNull();
    }
  }

  private Path configuration() throws IOException {
    var found = YAML.matcher(Files.readString(Path.of("docs/intermediary.md")));
    assertThat(found.find()).isTrue();
    return Files.writeString(
        folder.resolve("page.yaml"), found.group(1).replace(": town/", ": " + folder + "/town/"));
  }

  private OsciClient client(String party, URI address) throws Exception {
    var identity = ClientIdentity.of(key(party, "cipher"), key(party, "signature"));
    var supplier =
        Supplier.of(
            address,
            key("intermediary", "cipher").certificate(),
            key("intermediary", "signature").certificate());
    return new OsciClient(identity, supplier, new HttpOsciTransport(HttpTimeouts.standard()));
  }

  private KeyOperations key(String party, String alias) throws Exception {
    var town = folder.resolve("town");
    var password = Files.readString(town.resolve("password")).strip().toCharArray();
    var store = KeyStore.getInstance("PKCS12");
    try (var in = Files.newInputStream(town.resolve(party + ".p12"))) {
      store.load(in, password);
    }
    return SoftwareKeys.of(
        (PrivateKey) store.getKey(alias, password), (X509Certificate) store.getCertificate(alias));
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
