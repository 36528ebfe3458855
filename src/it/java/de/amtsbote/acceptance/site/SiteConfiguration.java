package de.amtsbote.acceptance.site;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** The configuration file of the gateway under test. */
public final class SiteConfiguration {

  private static final String CONFIGURATION =
      """
      server: {port: %2$d, address: 127.0.0.1}
      logging.file.name: %1$s/gateway.log
      amtsbote:
        data: %1$s/data
        # what a killed gateway had begun is taken up after six seconds instead of half a minute
        work: {heartbeat: 1s}
        sample-certificates-allowed: true
        key-ring:
          file: %1$s/certificates/keyring.p12
          password-file: %1$s/certificates/password
        accounts:
          musterportal: {tenant: musterstadt, roles: [portal], token-sha256: %4$s}
          betrieb: {tenant: musterstadt, roles: [operator], token-sha256: %5$s}
          fundbuero:
            tenant: musterstadt
            roles: [procedure]
            parties: ["fun:99001003"]
            token-sha256: %7$s
          fremdes-amt: {tenant: musterstadt, roles: [procedure], token-sha256: %8$s}
          nachbarportal: {tenant: nachbarstadt, roles: [portal], token-sha256: %9$s}
        ablage: {tenant: musterstadt}
        limits: {body: 5MB}
        standards: %1$s/standards
        routes: %6$s
        directory: %1$s/directory.yaml
        intermediary:
          enabled: true
          key-store: %1$s/certificates/intermediary.p12
          password-file: %1$s/certificates/password
          push: {recipients: ["http://localhost:%2$d/osci/push/zuruf"]}
        osci:
          trust: %1$s/certificates/trust
          revocation: "off"
          identity: portal
          identities:
            portal:
              key-store: %1$s/certificates/portal.p12
              password-file: %1$s/certificates/password
            meldebehoerde:
              key-store: %1$s/certificates/meldebehoerde.p12
              password-file: %1$s/certificates/password
            gewerbeamt:
              key-store: %1$s/certificates/gewerbeamt.p12
              password-file: %1$s/certificates/password
          mailboxes:
            meldebehoerde: {tenant: musterstadt, intermediary: here, identity: meldebehoerde, poll: 1s}
            gewerbeamt: {tenant: musterstadt, intermediary: here, identity: gewerbeamt, poll: 1s}
          push:
            zuruf: {tenant: musterstadt, identity: gewerbeamt, intermediaries: [here], answer-within: 60s}
          receipts: {poll: 1s}
        deliveries:
          fachverfahren-melde: {kind: http, url: "%3$s"}
          fachverfahren-gewerbe: {kind: file, folder: %1$s/gewerbeamt}
          bauvoranfrage: {kind: file, folder: %1$s/bauamt, two-step: true, poll: 1s}
          fundanzeige: {kind: mailbox, parties: ["fun:99001003"]}
          zuruf: {kind: mailbox, parties: ["fun:99001003"]}
      """;

  /** Goes on below amtsbote.deliveries. */
  private static final String XTA =
      """
          parkausweis:
            kind: http
            url: "%7$s"
            secret: {file: %1$s/secret}
            tls:
              key-store: %1$s/certificates/client.p12
              password-file: %1$s/certificates/password
              trust: %1$s/certificates/trust/anchors
          postfach: {kind: mailbox, parties: ["mbe:99001001"]}
        xta:
          server:
            enabled: true
            proxy: {addresses: ["127.0.0.1"]}
            tls:
              port: %2$d
              key-store: %1$s/certificates/server.p12
              password-file: %1$s/certificates/password
              trust: %1$s/certificates/trust/anchors
            accounts:
              postfach:
                tenant: musterstadt
                certificates: ["%3$s", "%4$s"]
                parties: ["gae:00000000001", "gae:00000000002", "gae:00000000003"]
              leser: {tenant: musterstadt, certificates: ["%5$s"], parties: ["mbe:99001001"]}
            profiles:
              auskunft: {service: "urn:example:auskunft", exchange: both, deadline: 60s}
              rueckfrage: {service: "urn:amtsbote:xta-rueckfrage", exchange: both, deadline: 60s}
          reports: {poll: 1s}
          servers:
            xta-versand: {author: "gae:00000000002", fetch: {tenant: musterstadt, poll: 1s}, %6$s}
            xta-rueckfrage: {author: "gae:00000000003", %6$s}
      """;

  /** Another server that is this one, over TLS. */
  private static final String XTA_SERVER =
      """
      management: "https://localhost:%2$d/xta/management", send: "https://localhost:%2$d/xta/send", \
      mailbox: "https://localhost:%2$d/xta/msgbox", key-store: %1$s/certificates/client.p12, \
      password-file: %1$s/certificates/password, trust: %1$s/certificates/trust/anchors\
      """;

  /** URI of the service that the site asks the DVDV for. */
  static final String DVDV_SERVICE = "http://www.osci.example/xdemo10/antrag.wsdl";

  /** Goes on below amtsbote; only messages for this service are asked for. */
  private static final String DVDV =
      """
        dvdv:
          servers: ["http://localhost:%1$d/dvdv2-backend"]
          access: intern
          services:
            nur-im-dvdv: {uri: "%2$s", service: nur-im-dvdv}
      """;

  private static final String DIRECTORY =
      """
      intermediaries:
        here:
          url: "http://localhost:%1$d/osci/intermediary"
          cipher-certificate: certificates/intermediary-cipher.cer
          signature-certificate: certificates/intermediary-signature.cer
      partners:
        meldebehoerde:
          name: Meldebehörde Musterstadt
          readers: ["mbe:99001001", "bab:04011000", "schule:4711"]
          osci:
            intermediary: here
            cipher-certificate: certificates/meldebehoerde-cipher.cer
            signature-certificate: certificates/meldebehoerde-signature.cer
        portal:
          name: Serviceportal Musterland
          readers: ["prt:99000001"]
          osci:
            intermediary: here
            cipher-certificate: certificates/portal-cipher.cer
            signature-certificate: certificates/portal-signature.cer
        # its certificate is not one that anybody may encrypt for, so what is sent to it is parked
        umgezogen:
          readers: ["mbe:99009999"]
          osci:
            intermediary: here
            cipher-certificate: certificates/meldebehoerde-signature.cer
        gewerbeamt:
          name: Gewerbeamt Musterstadt
          readers: ["gew:99001002"]
          osci:
            intermediary: here
            cipher-certificate: certificates/gewerbeamt-cipher.cer
            signature-certificate: certificates/gewerbeamt-signature.cer
            recipient: "http://localhost:%1$d/osci/push/zuruf"
      """;

  private SiteConfiguration() {}

  /**
   * The configuration file.
   *
   * @param folder has keys and standards, and gets data and logs
   */
  public static String yaml(Path folder, int port, URI fachverfahren) {
    return CONFIGURATION.formatted(
        folder,
        port,
        fachverfahren,
        Sha256.of(Site.PORTAL_TOKEN.getBytes(StandardCharsets.UTF_8)),
        Sha256.of(Site.OPERATOR_TOKEN.getBytes(StandardCharsets.UTF_8)),
        Path.of("routes").toAbsolutePath(),
        Sha256.of(Site.PROCEDURE_TOKEN.getBytes(StandardCharsets.UTF_8)),
        Sha256.of(Site.OTHER_PROCEDURE_TOKEN.getBytes(StandardCharsets.UTF_8)),
        Sha256.of(Site.FOREIGN_PORTAL_TOKEN.getBytes(StandardCharsets.UTF_8)));
  }

  /**
   * An XTA server, behind a proxy on this machine and with TLS of its own, and the same one as that
   * of somebody else; and a procedure that is reached over mutual TLS. To be added to the
   * configuration file.
   *
   * @param port of the XTA server with TLS
   * @param portal certificate of the account that hands in
   * @param client certificate of the gateway as a client, which has the same account
   * @param reader certificate of the account that fetches
   */
  static String xta(
      Path folder, int port, byte[] portal, byte[] client, byte[] reader, URI procedure) {
    return XTA.formatted(
        folder,
        port,
        Sha256.of(portal),
        Sha256.of(client),
        Sha256.of(reader),
        XTA_SERVER.formatted(folder, port),
        procedure);
  }

  /** A DVDV server on this machine, to be added to the configuration file. */
  static String dvdv(int port) {
    return DVDV.formatted(port, DVDV_SERVICE);
  }

  /**
   * The directory of partners.
   *
   * @param port of the intermediary on this machine
   */
  public static String directory(int port) {
    return DIRECTORY.formatted(port);
  }
}
