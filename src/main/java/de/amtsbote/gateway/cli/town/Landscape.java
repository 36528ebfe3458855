package de.amtsbote.gateway.cli.town;

import de.amtsbote.gateway.cli.sample.Fingerprint;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * The configuration of the town's gateway, and the secrets that only this run knows.
 *
 * @param portalToken the bearer token of the portal
 * @param operatorToken what opens the console
 */
public record Landscape(URI gateway, Path configuration, String portalToken, String operatorToken) {

  /** Whatever lies in the folder where the program is called, a town does not read it. */
  public static final String NO_OTHER_CONFIGURATION =
      "--spring.config.location=optional:classpath:/";

  /** The Fachverfahren of the Meldebehörde, reached by HTTP. */
  public static final String REGISTER = "fachverfahren-melde";

  /** The Fachverfahren of the Gewerbeamt, which looks into a folder. */
  public static final String TRADE = "fachverfahren-gewerbe";

  /** The account that may look at everything. */
  public static final String OPERATOR = "betrieb";

  private static final int TOKEN_BYTES = 24;

  private static final String CONFIGURATION =
      """
      server: {port: %1$d, address: 127.0.0.1}
      logging:
        file: {name: "%2$s/gateway.log"}
        threshold: {console: "OFF"}
      amtsbote:
        data: "%2$s/data"
        sample-certificates-allowed: true
        standards: "%2$s/standards"
        routes: "%2$s/routes"
        directory: "%2$s/directory.yaml"
        key-ring:
          file: "%2$s/certificates/keyring.p12"
          password-file: "%2$s/certificates/password"
        accounts:
          musterportal: {tenant: musterstadt, roles: [portal], token-sha256: %3$s}
          %9$s: {tenant: musterstadt, roles: [operator], token-sha256: %4$s}
        intermediary:
          enabled: true
          key-store: "%2$s/certificates/intermediary.p12"
          password-file: "%2$s/certificates/password"
        osci:
          trust: "%2$s/certificates/trust"
          revocation: "off"
          identity: portal
          identities:
            portal:
              key-store: "%2$s/certificates/portal.p12"
              password-file: "%2$s/certificates/password"
            meldebehoerde:
              key-store: "%2$s/certificates/meldebehoerde.p12"
              password-file: "%2$s/certificates/password"
            gewerbeamt:
              key-store: "%2$s/certificates/gewerbeamt.p12"
              password-file: "%2$s/certificates/password"
          mailboxes:
            meldebehoerde:
              {tenant: musterstadt, intermediary: demo, identity: meldebehoerde, poll: 1s}
            gewerbeamt:
              {tenant: musterstadt, intermediary: demo, identity: gewerbeamt, poll: 1s}
          receipts: {poll: 1s}
        deliveries:
          %5$s: {kind: http, url: "%6$s"}
          %7$s: {kind: file, folder: "%8$s"}
      """;

  private static final String DIRECTORY =
      """
      intermediaries:
        demo:
          url: "http://localhost:%1$d/osci/intermediary"
          cipher-certificate: certificates/intermediary-cipher.cer
          signature-certificate: certificates/intermediary-signature.cer
      partners:
        meldebehoerde-musterstadt:
          name: Meldebehörde Musterstadt
          readers: ["mbe:99001001"]
          osci:
            intermediary: demo
            cipher-certificate: certificates/meldebehoerde-cipher.cer
            signature-certificate: certificates/meldebehoerde-signature.cer
        gewerbeamt-musterstadt:
          name: Gewerbeamt Musterstadt
          readers: ["gew:99001002"]
          osci:
            intermediary: demo
            cipher-certificate: certificates/gewerbeamt-cipher.cer
            signature-certificate: certificates/gewerbeamt-signature.cer
      """;

  /** Writes configuration and directory, and invents the tokens. */
  public static Landscape write(TownFolder folder, int port, URI register) throws IOException {
    String portalToken = newToken();
    String operatorToken = newToken();
    Path file = folder.resolve("application.yaml");
    Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(
        file,
        CONFIGURATION.formatted(
            port,
            folder.root(),
            Fingerprint.of(portalToken),
            Fingerprint.of(operatorToken),
            REGISTER,
            register,
            TRADE,
            folder.resolve("gewerbeamt"),
            OPERATOR));
    Files.writeString(folder.resolve("directory.yaml"), DIRECTORY.formatted(port));
    return new Landscape(URI.create("http://localhost:" + port), file, portalToken, operatorToken);
  }

  private static String newToken() {
    byte[] random = new byte[TOKEN_BYTES];
    new SecureRandom().nextBytes(random);
    return HexFormat.of().formatHex(random);
  }
}
