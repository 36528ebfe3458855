package de.amtsbote.gateway;

import de.amtsbote.osci.testpki.CertificateSpec;
import de.amtsbote.osci.testpki.TestIdentity;
import de.amtsbote.osci.testpki.TestPki;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;

/** The XTA server of the shared test gateway: its keys, and the certificates of its callers. */
public final class TestXta {

  /** Largest content of one message. */
  public static final int LIMIT = 2 * 1024 * 1024;

  /** Opens every key store of these tests. */
  public static final char[] PASSWORD = "secret".toCharArray();

  private static final TestPki CA = TestPki.root("XTA Test-CA");

  /** Account {@code onlinedienst}: writes for {@code gae:1} and {@code gae:2}. */
  public static final TestIdentity PORTAL = caller("Onlinedienst");

  /** Account {@code fachverfahren}: reads for {@code ags:1}, the mailbox {@code amt}. */
  public static final TestIdentity READER = caller("Fachverfahren");

  /** Account {@code nachbar} of another tenant: writes and reads for {@code ags:9}. */
  public static final TestIdentity NEIGHBOUR = caller("Nachbar");

  /** Account {@code gesperrt}, which is locked. */
  public static final TestIdentity LOCKED = caller("Gesperrt");

  /** Account {@code eilig}, which may make two requests per minute. */
  public static final TestIdentity HASTY = caller("Eilig");

  /** Account {@code viel}, which may send 1000 bytes a day. */
  public static final TestIdentity GREEDY = caller("Viel");

  /** Account {@code voll}, which may have one message under way. */
  public static final TestIdentity BUSY = caller("Voll");

  /** Account {@code breit}, which may send one message at a time. */
  public static final TestIdentity BROAD = caller("Breit");

  /** Account {@code nachsicht}: writes for {@code gae:5}; its orders may lack what is required. */
  public static final TestIdentity LENIENT = caller("Nachsicht");

  /** A certificate of the trusted authority that belongs to no account. */
  public static final TestIdentity STRANGER = caller("Niemand");

  /** A certificate of the trusted authority that has expired. */
  public static final TestIdentity EXPIRED =
      CA.identity(spec("Gestern").valid("2020-01-01T00:00:00Z", "2021-01-01T00:00:00Z"));

  /** A certificate of an authority that nobody trusts. */
  public static final TestIdentity FOREIGN = TestPki.root("Fremde CA").signer("Fremder");

  private static final TestIdentity SERVER = CA.identity(spec("localhost").host("localhost"));

  private TestXta() {}

  private static CertificateSpec spec(String name) {
    return CA.spec(name).usage(KeyUsage.digitalSignature | KeyUsage.keyEncipherment);
  }

  private static TestIdentity caller(String name) {
    return CA.identity(spec(name));
  }

  /** The settings, with the key files that they name. */
  public static Map<String, Object> settings(Path folder)
      throws IOException, GeneralSecurityException {
    var server = "amtsbote.xta.server.";
    var settings = server(folder);
    settings.put("amtsbote.deliveries.amt.kind", "mailbox");
    settings.put("amtsbote.deliveries.amt.parties", "ags:1");
    settings.put("amtsbote.deliveries.zweitstelle.kind", "mailbox");
    settings.put("amtsbote.deliveries.zweitstelle.parties", "ags:1");
    settings.put("amtsbote.deliveries.nachbaramt.kind", "mailbox");
    settings.put("amtsbote.deliveries.nachbaramt.parties", "ags:9");
    account(settings, "fachverfahren", "stadt", "ags:1", READER);
    account(settings, "nachbar", "kreis", "ags:9", NEIGHBOUR);
    account(settings, "gesperrt", "stadt", "gae:3", LOCKED);
    account(settings, "abgelaufen", "stadt", "gae:4", EXPIRED);
    account(settings, "eilig", "stadt", "gae:1", HASTY);
    account(settings, "viel", "stadt", "gae:1", GREEDY);
    account(settings, "voll", "stadt", "gae:1", BUSY);
    account(settings, "breit", "stadt", "gae:1", BROAD);
    account(settings, "nachsicht", "stadt", "gae:5", LENIENT);
    settings.put(server + "accounts.nachsicht.tolerant", "true");
    settings.put(server + "accounts.eilig.limits.requests-per-minute", "2");
    settings.put(server + "accounts.viel.limits.bytes-per-day", "1000B");
    settings.put(server + "accounts.voll.limits.open-messages", "1");
    settings.put(server + "accounts.breit.limits.concurrent", "1");
    settings.put(server + "accounts.gesperrt.locked", "true");
    settings.put(server + "accounts.nachbar.services", "urn:example:gebucht");
    settings.put("amtsbote.virus-scanner.host", "localhost");
    settings.put("amtsbote.virus-scanner.port", TestClamd.port());
    profile(settings, "auskunft", "exchange", "synchronous", "deadline", "20s");
    profile(settings, "eilauskunft", "exchange", "both", "deadline", "1s");
    profile(
        settings,
        "streng",
        "qualities",
        "urn:example:profil",
        "message-types",
        "0100",
        "attachments",
        "1",
        "media-types",
        "application/pdf,text/plain",
        "file-names",
        "true",
        "limit",
        "1000B");
    return settings;
  }

  /** The settings of the server with one account, that of the portal. */
  public static Map<String, Object> server(Path folder)
      throws IOException, GeneralSecurityException {
    var trust = Files.createDirectories(folder.resolve("xta-trust"));
    Files.write(trust.resolve("ca.cer"), CA.certificate().getEncoded());
    Files.writeString(folder.resolve("xta-password"), new String(PASSWORD) + "\n");
    var server = "amtsbote.xta.server.";
    var settings = new LinkedHashMap<String, Object>();
    settings.put(server + "enabled", "true");
    settings.put(server + "prefix", "test");
    settings.put(server + "limit", LIMIT + "B");
    settings.put(server + "tls.port", "0");
    settings.put(server + "tls.key-store", keyStore(folder, "xta-server", SERVER).toString());
    settings.put(server + "tls.password-file", folder.resolve("xta-password").toString());
    settings.put(server + "tls.trust", trust.toString());
    account(settings, "onlinedienst", "stadt", "gae:1,gae:2", PORTAL);
    return settings;
  }

  /** What is agreed for the service {@code urn:example:NAME}. */
  private static void profile(Map<String, Object> settings, String name, String... more) {
    var profile = "amtsbote.xta.server.profiles." + name + ".";
    settings.put(profile + "service", "urn:example:" + name);
    for (var i = 0; i < more.length; i += 2) {
      settings.put(profile + more[i], more[i + 1]);
    }
  }

  private static void account(
      Map<String, Object> settings,
      String name,
      String tenant,
      String parties,
      TestIdentity identity)
      throws GeneralSecurityException {
    var account = "amtsbote.xta.server.accounts." + name + ".";
    settings.put(account + "tenant", tenant);
    settings.put(account + "parties", parties);
    settings.put(account + "certificates", sha256(identity));
  }

  /** The certificate of the authority that all trust. */
  public static Certificate authority() {
    return CA.certificate();
  }

  /** Where the connector for XTA listens. */
  public static int port(ServletWebServerApplicationContext gateway) {
    var tomcat = ((TomcatWebServer) gateway.getWebServer()).getTomcat();
    return Arrays.stream(tomcat.getService().findConnectors())
        .filter(it -> "https".equals(it.getScheme()))
        .findFirst()
        .orElseThrow()
        .getLocalPort();
  }

  /** How accounts name a certificate. */
  public static String sha256(TestIdentity identity) throws GeneralSecurityException {
    var digest = MessageDigest.getInstance("SHA-256");
    return HexFormat.of().formatHex(digest.digest(identity.certificate().getEncoded()));
  }

  /** Writes a key store with this identity under the alias {@code tls}. */
  public static Path keyStore(Path folder, String name, TestIdentity identity)
      throws IOException, GeneralSecurityException {
    var file = folder.resolve(name + ".p12");
    try (var target = Files.newOutputStream(file)) {
      store(identity).store(target, PASSWORD);
    }
    return file;
  }

  private static KeyStore store(TestIdentity identity)
      throws IOException, GeneralSecurityException {
    var store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    store.setKeyEntry("tls", identity.key(), PASSWORD, new Certificate[] {identity.certificate()});
    return store;
  }

  /** TLS as the server speaks it. */
  public static SSLContext serverTls() {
    return tls(SERVER);
  }

  /** TLS as a caller with this identity speaks it; null for a caller without certificate. */
  public static SSLContext tls(TestIdentity identity) {
    try {
      var keys = KeyManagerFactory.getInstance("PKIX");
      keys.init(identity == null ? null : store(identity), PASSWORD);
      var anchors = KeyStore.getInstance("PKCS12");
      anchors.load(null, null);
      anchors.setCertificateEntry("ca", CA.certificate());
      var trust = TrustManagerFactory.getInstance("PKIX");
      trust.init(anchors);
      var context = SSLContext.getInstance("TLS");
      context.init(
          identity == null ? null : keys.getKeyManagers(),
          trust.getTrustManagers(),
          new SecureRandom());
      return context;
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
