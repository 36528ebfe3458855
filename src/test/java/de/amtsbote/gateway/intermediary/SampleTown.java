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
import de.amtsbote.osci.client.Supplier;
import de.amtsbote.osci.crypto.KeyOperations;
import de.amtsbote.osci.crypto.SoftwareKeys;
import de.amtsbote.osci.http.HttpOsciTransport;
import de.amtsbote.osci.http.HttpTimeouts;
import de.amtsbote.osci.testport.Ports;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.context.ConfigurableApplicationContext;

/** What docs/intermediary.md says: sample keys, and a gateway with the page's configuration. */
final class SampleTown {

  private static final Pattern YAML = Pattern.compile("```yaml\\n(.*?)```", Pattern.DOTALL);

  private final Path folder;
  private final String databaseUrl = TestDatabase.freshUrl();
  private final int port = Ports.free();

  SampleTown(Path folder) {
    this.folder = folder;
    var program = new CommandFrame(CertificatesCommand.command(Clock.systemUTC()));
    assertThat(program.run("certificates", "create", folder.resolve("town").toString())).isZero();
  }

  /** Starts the gateway; the caller closes it, and may start it again. */
  ConfigurableApplicationContext start(String... more) throws Exception {
    var arguments =
        new ArrayList<>(
            List.of(
                "--spring.config.additional-location=file:" + configuration(),
                "--server.port=" + port,
                "--spring.datasource.url=" + databaseUrl,
                "--amtsbote.data=" + folder.resolve("data"),
                "--amtsbote.key-ring.file=" + keyRing(),
                "--amtsbote.key-ring.password-file=" + folder.resolve("password")));
    arguments.addAll(List.of(more));
    return GatewayApplication.start(arguments.toArray(String[]::new));
  }

  private Path keyRing() throws Exception {
    var file = folder.resolve("key-ring.p12");
    return Files.exists(file) ? file : TestGateway.keyRing(folder);
  }

  private Path configuration() throws IOException {
    var found = YAML.matcher(Files.readString(Path.of("docs/intermediary.md")));
    assertThat(found.find()).isTrue();
    return Files.writeString(
        folder.resolve("page.yaml"), found.group(1).replace(": town/", ": " + folder + "/town/"));
  }

  OsciClient client(String party) throws Exception {
    var supplier =
        Supplier.of(
            URI.create("http://localhost:" + port + "/osci/intermediary"),
            key("intermediary", "cipher").certificate(),
            key("intermediary", "signature").certificate());
    var identity = ClientIdentity.of(key(party, "cipher"), key(party, "signature"));
    return new OsciClient(identity, supplier, new HttpOsciTransport(HttpTimeouts.standard()));
  }

  OutgoingDelivery letterTo(String party) throws Exception {
    return OutgoingDelivery.to(key(party, "cipher").certificate())
        .data("MESSAGE", new byte[] {1, 2, 3});
  }

  KeyOperations key(String party, String alias) throws Exception {
    var town = folder.resolve("town");
    var password = Files.readString(town.resolve("password")).strip().toCharArray();
    var store = KeyStore.getInstance("PKCS12");
    try (var in = Files.newInputStream(town.resolve(party + ".p12"))) {
      store.load(in, password);
    }
    return SoftwareKeys.of(
        (PrivateKey) store.getKey(alias, password), (X509Certificate) store.getCertificate(alias));
  }
}
