package de.amtsbote.gateway.cli.simulator;

import de.amtsbote.gateway.cli.town.Landscape;
import de.amtsbote.gateway.cli.town.TownFolder;
import de.amtsbote.gateway.fitconnect.jose.RsaJwk;
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
  private static final int PAGE = 500;

  /** Name of the delivery that submits, of its route, and of the service that it is chosen by. */
  private static final String SENDING = "fit-connect-versand";

  private static final String SERVICES =
      """
        fit-connect:
          services:
            zustelldienst: {api: "%s", token: "%s"}
      """;

  private static final String DESTINATION =
      """
          destinations:
            %2$s:
              service: zustelldienst
              tenant: musterstadt
              id: %3$s
              client-id: %4$s
              client-secret-file: "%1$s/fit-connect/secret"
              decryption-keys: ["%1$s/fit-connect/decryption.json"]
              signing-key: "%1$s/fit-connect/signing.json"
              poll: 1s
      """;

  private static final String RECEIVER =
      """
          receivers:
            %2$s:
              service: zustelldienst
              id: %3$s
              client-id: %4$s
              client-secret-file: "%1$s/fit-connect/secret"
              public-service: "%5$s"
              key-thumbprints: ["%6$s"]
              poll: 1s
      """;

  private final FitConnectDouble server;
  private final Path root;
  private final UUID destination = UUID.randomUUID();
  private final String secret = UUID.randomUUID().toString();
  private final List<String> thumbprints;

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
                PAGE,
                SampleJwk.read(SampleJwk.signing("zustelldienst", SampleJwk.pair())),
                clock));
    RsaJwk encryption = SampleJwk.read(decryption);
    RsaJwk signature = SampleJwk.read(signing);
    thumbprints = List.of(encryption.thumbprint(), signature.thumbprint());
    server.add(
        new DoubleDestination(
            destination, SUBSCRIBER, encryption, signature, SERVICE, List.of(SCHEMA)));
  }

  static TownFitConnect start(TownFolder folder, int port, Clock clock) throws IOException {
    return new TownFitConnect(folder, port, clock);
  }

  FitConnectDouble server() {
    return server;
  }

  /** Goes on below amtsbote in the configuration of the town's gateway, which does both. */
  String configuration() {
    return services()
        + DESTINATION.formatted(root, Landscape.REGISTER, destination, SUBSCRIBER)
        + receiver();
  }

  /** Goes on below amtsbote in the configuration of a gateway that sends into the town. */
  String sending() {
    return services() + receiver();
  }

  /** The delivery that submits, one line of YAML. */
  static String delivery() {
    return "    %s: {kind: fit-connect}\n".formatted(SENDING);
  }

  /** Whether a route submits. */
  static boolean submits(Path route) {
    return route.getFileName().toString().startsWith(SENDING);
  }

  private String services() {
    return SERVICES.formatted(server.address(), server.tokenAddress());
  }

  private String receiver() {
    return RECEIVER.formatted(
        root, SENDING, destination, SENDER, SERVICE, String.join("\", \"", thumbprints));
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
