package de.amtsbote.gateway.cli.simulator;

import de.amtsbote.gateway.cli.town.Landscape;
import de.amtsbote.gateway.cli.town.TownFolder;
import de.amtsbote.gateway.simulator.fitconnect.DoubleDestination;
import de.amtsbote.gateway.simulator.fitconnect.FitConnectDouble;
import de.amtsbote.gateway.simulator.fitconnect.SampleJwk;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The delivery service of the town, with a destination of the Meldebehörde that the town's gateway
 * fetches from.
 */
final class TownFitConnect implements AutoCloseable {

  static final String SERVICE = "urn:de:fim:leika:leistung:99115005104000";

  private static final String SCHEMA = "urn:amtsbote:standard:xdemo";
  private static final String SENDER = "portal";
  private static final String SUBSCRIBER = "meldebehoerde";

  private static final String CONFIGURATION =
      """
        fit-connect:
          services:
            zustelldienst: {api: "%2$s", token: "%3$s"}
          destinations:
            %4$s:
              service: zustelldienst
              tenant: musterstadt
              id: %5$s
              client-id: %6$s
              client-secret-file: "%1$s/fit-connect/secret"
              decryption-keys: ["%1$s/fit-connect/decryption.json"]
              signing-key: "%1$s/fit-connect/signing.json"
              poll: 1s
      """;

  private final FitConnectDouble server;
  private final Path root;
  private final UUID destination = UUID.randomUUID();
  private final String secret = UUID.randomUUID().toString();

  private TownFitConnect(TownFolder folder, int port, Clock clock) throws IOException {
    root = folder.root();
    Path own = Files.createDirectory(folder.resolve("fit-connect"));
    byte[] decryption = SampleJwk.decryption("decryption", SampleJwk.pair());
    byte[] signing = SampleJwk.signing("signing", SampleJwk.pair());
    secret(own.resolve("decryption.json"), decryption);
    secret(own.resolve("signing.json"), signing);
    secret(own.resolve("secret"), secret.getBytes(StandardCharsets.UTF_8));
    server =
        FitConnectDouble.start(
            new FitConnectDouble.Setup(
                port,
                Map.of(SENDER, secret, SUBSCRIBER, secret),
                Duration.ofMinutes(30),
                Duration.ofSeconds(20),
                SampleJwk.read(SampleJwk.signing("zustelldienst", SampleJwk.pair())),
                clock));
    server.add(
        new DoubleDestination(
            destination,
            SUBSCRIBER,
            SampleJwk.read(decryption),
            SampleJwk.read(signing),
            SERVICE,
            List.of(SCHEMA)));
  }

  static TownFitConnect start(TownFolder folder, int port, Clock clock) throws IOException {
    return new TownFitConnect(folder, port, clock);
  }

  FitConnectDouble server() {
    return server;
  }

  /** Goes on below amtsbote in the configuration of the town's gateway. */
  String configuration() {
    return CONFIGURATION.formatted(
        root, server.address(), server.tokenAddress(), Landscape.REGISTER, destination, SUBSCRIBER);
  }

  /** What senders need, for a shell. */
  String environment() {
    return """
        export FIT_CONNECT=%s
        export FIT_CONNECT_TOKEN=%s
        export FIT_CONNECT_CLIENT=%s
        export FIT_CONNECT_SECRET=%s
        export FIT_CONNECT_DESTINATION=%s
        export FIT_CONNECT_SERVICE=%s
        """
        .formatted(server.address(), server.tokenAddress(), SENDER, secret, destination, SERVICE);
  }

  private static void secret(Path file, byte[] content) throws IOException {
    Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.write(file, content);
  }

  @Override
  public void close() {
    server.close();
  }
}
