package de.amtsbote.gateway.way;

import de.amtsbote.gateway.fitconnect.TestJwk;
import de.amtsbote.gateway.simulator.fitconnect.DoubleDestination;
import de.amtsbote.gateway.simulator.fitconnect.FitConnectDouble;
import de.amtsbote.gateway.simulator.fitconnect.SampleJwk;
import de.amtsbote.osci.testpki.TestPki;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bouncycastle.asn1.x509.KeyUsage;

/** The delivery service of a town, with a destination of the Bauamt and one of strangers. */
final class TownFitConnect implements AutoCloseable {

  static final UUID BAUAMT = UUID.randomUUID();
  static final UUID STRANGERS = UUID.randomUUID();
  static final String SERVICE = "urn:de:fim:leika:leistung:99012000000000";
  static final String SCHEMA = "urn:amtsbote:standard:xdemo";
  static final String SENDER = "sender";
  static final String SECRET = "secret-of-the-sender";
  static final int LARGEST = 3_000_000;

  private static final String SUBSCRIBER = "subscriber";

  /** So few that every event log has several pages. */
  private static final int EVENTS_AT_ONCE = 1;

  final FitConnectDouble server;
  private final byte[] decryption;
  private final byte[] signing;
  private final Path folder;

  TownFitConnect(Path folder, TestPki pki) throws IOException {
    this.folder = folder;
    decryption = TestJwk.decryption("bauamt-enc", certificate(pki, KeyUsage.keyEncipherment));
    signing = TestJwk.signing("bauamt-sign", certificate(pki, KeyUsage.digitalSignature));
    server =
        FitConnectDouble.start(
            new FitConnectDouble.Setup(
                0,
                Map.of(SENDER, SECRET, SUBSCRIBER, SECRET, "stranger", SECRET),
                Duration.ofHours(1),
                Duration.ofSeconds(2),
                EVENTS_AT_ONCE,
                SampleJwk.read(TestJwk.signing("zustelldienst")),
                Clock.systemUTC()));
    enter(BAUAMT, SUBSCRIBER);
    enter(STRANGERS, "stranger");
    Files.write(folder.resolve("fit-decryption.json"), decryption);
    Files.write(folder.resolve("fit-signing.json"), signing);
    Files.writeString(folder.resolve("fit-secret"), SECRET + "\n");
  }

  private static X509Certificate certificate(TestPki pki, int usage) {
    return pki.identity(pki.spec("Bauamt FIT-Connect", TestJwk.pair()).usage(usage)).certificate();
  }

  private void enter(UUID id, String subscriber) {
    server.add(
        new DoubleDestination(
            id,
            subscriber,
            SampleJwk.read(decryption),
            SampleJwk.read(signing),
            SERVICE,
            List.of(SCHEMA)));
  }

  FitSender sender() {
    return new FitSender(server.address(), SENDER, SECRET);
  }

  /** The settings of a gateway that fetches from both destinations, one of which it may not. */
  List<String> settings() {
    var settings = new ArrayList<String>();
    var service = "--amtsbote.fit-connect.services.zustelldienst.";
    settings.add(service + "api=" + server.address());
    settings.add(service + "token=" + server.tokenAddress());
    destination(settings, "bauamt", BAUAMT);
    destination(settings, "fremd", STRANGERS);
    var receiver = "--amtsbote.fit-connect.receivers.fit-connect-versand.";
    settings.add("--amtsbote.deliveries.fit-connect-versand.kind=fit-connect");
    settings.add(receiver + "service=zustelldienst");
    settings.add(receiver + "id=" + BAUAMT);
    settings.add(receiver + "client-id=" + SENDER);
    settings.add(receiver + "client-secret-file=" + folder.resolve("fit-secret"));
    settings.add(receiver + "public-service=" + SERVICE);
    settings.add(receiver + "poll=300ms");
    settings.add(receiver + "limits.attachment=100000B");
    return settings;
  }

  private void destination(List<String> settings, String name, UUID id) {
    var destination = "--amtsbote.fit-connect.destinations." + name + ".";
    settings.add(destination + "service=zustelldienst");
    settings.add(destination + "tenant=stadt");
    settings.add(destination + "id=" + id);
    settings.add(destination + "client-id=" + SUBSCRIBER);
    settings.add(destination + "client-secret-file=" + folder.resolve("fit-secret"));
    settings.add(destination + "decryption-keys=" + folder.resolve("fit-decryption.json"));
    settings.add(destination + "signing-key=" + folder.resolve("fit-signing.json"));
    settings.add(destination + "poll=300ms");
    settings.add(destination + "limits.data=" + LARGEST + "B");
    settings.add(destination + "limits.attachment=" + LARGEST + "B");
    settings.add(destination + "limits.attachments=5");
  }

  @Override
  public void close() {
    server.close();
  }
}
