package de.amtsbote.gateway.cli.simulator;

import de.amtsbote.gateway.cli.sample.Fingerprint;
import de.amtsbote.gateway.cli.town.Landscape;
import de.amtsbote.gateway.cli.town.TownFolder;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;

/**
 * What the simulator writes beside the configuration of the town.
 *
 * @param configuration what its gateway does more than that of the demo
 * @param environment addresses, tokens and key files, for a shell
 * @param ownGateway configuration for a gateway of the portal, which sends into the town
 * @param xta address of the XTA server
 */
record TownFiles(Path configuration, Path environment, Path ownGateway, URI xta) {

  /** URI of the service that the DVDV knows all authorities of the town by. */
  static final String SERVICE = "http://www.osci.example/xdemo11/antrag.wsdl";

  private static final String INTERMEDIARIES =
      """
      intermediaries:
        demo:
          url: "http://localhost:%d/osci/intermediary"
          cipher-certificate: certificates/intermediary-cipher.cer
          signature-certificate: certificates/intermediary-signature.cer
      """;

  /** Authorities are found in the DVDV only, and nothing is remembered for long. */
  private static final String DIRECTORY =
      """
      amtsbote:
        directory: "%1$s/intermediaries.yaml"
        dvdv:
          servers: ["%2$s"]
          access: intern
          deadline: 5s
          timeouts: {connect: 2s, answer: 3s}
          circuit: {first-pause: 1s, longest-pause: 2s, between-rounds: 200ms}
          cache: {descriptions: 1s, missing: 1s, stale: 0s}
          services:
            antraege: {uri: "%3$s", standard: xdemo}
        circuit: {first-pause: 1s, longest-pause: 5s}
      """;

  private static final String XTA =
      """
        osci: {timeouts: {answer: 5s}}
        deliveries:
          postfach: {kind: mailbox, parties: ["mbe:99001001"]}
      %5$s  xta:
          server:
            enabled: true
            prefix: simulator
            tls:
              port: %2$d
              key-store: "%1$s/certificates/xta-server.p12"
              password-file: "%1$s/certificates/password"
              trust: "%1$s/certificates/trust/anchors"
            accounts:
              postfach:
                {tenant: musterstadt, certificates: ["%3$s"], parties: ["gae:99001000"]}
              leser:
                {tenant: musterstadt, certificates: ["%4$s"], parties: ["mbe:99001001"]}
      """;

  private static final String OWN =
      """
        data: "%1$s/own/data"
        sample-certificates-allowed: true
        standards: "%1$s/standards"
        routes: "%1$s/own/routes"
        key-ring:
          file: "%1$s/certificates/keyring.p12"
          password-file: "%1$s/certificates/password"
        accounts:
          musterportal: {tenant: musterstadt, roles: [portal], token-sha256: %2$s}
        osci:
          trust: "%1$s/certificates/trust"
          revocation: "off"
          identity: portal
          identities:
            portal:
              key-store: "%1$s/certificates/portal.p12"
              password-file: "%1$s/certificates/password"
          receipts: {poll: 1s}
          timeouts: {answer: 5s}
      server: {address: 127.0.0.1}
      """;

  private static final String ENVIRONMENT =
      """
      export GATEWAY=%2$s
      export TOKEN=%3$s
      export OPERATOR_TOKEN=%4$s
      export XTA=%5$s
      export XTA_CA=%1$s/certificates/ca.cer
      export XTA_PORTAL=%1$s/certificates/xta-postfach.p12
      export XTA_READER=%1$s/certificates/xta-leser.p12
      export PASSWORD_FILE=%1$s/certificates/password
      export DVDV=%6$s
      export DVDV_SERVICE=%7$s
      export DESK=http://127.0.0.1:%8$d
      """;

  static TownFiles write(
      TownFolder folder, Ports ports, Landscape landscape, URI dvdv, TownFitConnect fitConnect)
      throws IOException {
    Path root = folder.root();
    URI xta = URI.create("https://localhost:%d/xta".formatted(ports.xta()));
    Files.writeString(
        folder.resolve("intermediaries.yaml"), INTERMEDIARIES.formatted(ports.gateway()));
    String directory = DIRECTORY.formatted(root, dvdv, SERVICE);
    ownRoutes(folder);
    return new TownFiles(
        secret(
            folder.resolve("simulator.yaml"),
            directory
                + fitConnect.configuration()
                + XTA.formatted(
                    root,
                    ports.xta(),
                    fingerprint(folder, "xta-postfach"),
                    fingerprint(folder, "xta-leser"),
                    TownFitConnect.delivery())),
        secret(
            folder.resolve("simulator.env"),
            ENVIRONMENT.formatted(
                    root,
                    landscape.gateway(),
                    landscape.portalToken(),
                    landscape.operatorToken(),
                    xta,
                    dvdv,
                    SERVICE,
                    ports.desk())
                + fitConnect.environment()),
        secret(
            folder.resolve("own-gateway.yaml"),
            directory
                + fitConnect.sending()
                + "  deliveries:\n"
                + TownFitConnect.delivery()
                + OWN.formatted(root, Fingerprint.of(landscape.portalToken()))),
        xta);
  }

  /** The routes of a portal: those that hand over to no procedure here. */
  private static void ownRoutes(TownFolder folder) throws IOException {
    Path own = Files.createDirectories(folder.resolve("own").resolve("routes"));
    try (Stream<Path> routes = Files.list(folder.resolve("routes"))) {
      for (Path route : routes.toList()) {
        if (TownFitConnect.submits(route)
            || !Files.readString(route)
                .matches("(?s).*(delivery:|amtsbote:submit|osci-mailbox).*")) {
          Files.copy(route, own.resolve(route.getFileName()));
        }
      }
    }
  }

  private static String fingerprint(TownFolder folder, String name) throws IOException {
    return Fingerprint.of(folder.resolve("certificates").resolve(name + ".cer"));
  }

  private static Path secret(Path file, String text) throws IOException {
    Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    return Files.writeString(file, text);
  }
}
