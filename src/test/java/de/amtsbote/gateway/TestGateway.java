package de.amtsbote.gateway;

import de.amtsbote.xoev.xdemo.XDemo;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.KeyGenerator;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** Settings of the gateway that tests share: fresh database, fresh keys, a few accounts. */
public final class TestGateway
    implements ApplicationContextInitializer<ConfigurableApplicationContext> {

  /** Token of the account {@code portal} of the tenant {@code stadt}. */
  public static final String PORTAL = "token-of-portal";

  /** Token of the account {@code other} of the tenant {@code kreis}. */
  public static final String OTHER_TENANT = "token-of-other";

  /** Token of the account {@code betrieb} of the tenant {@code stadt}. */
  public static final String OPERATOR = "token-of-operator";

  /** Token of the account {@code verfahren} of the tenant {@code stadt}. */
  public static final String PROCEDURE = "token-of-procedure";

  /**
   * Token of the account {@code anderes} of the tenant {@code stadt}, which reads for nobody here.
   */
  public static final String OTHER_PROCEDURE = "token-of-other-procedure";

  /** Token of the account {@code verfahren-kreis}, which reads for the same party elsewhere. */
  public static final String FOREIGN_PROCEDURE = "token-of-foreign-procedure";

  /** Token of the account {@code hasty}, which may make two requests per minute. */
  public static final String HASTY = "token-of-hasty";

  /** Token of the account {@code greedy}, which may send 1000 bytes a day. */
  public static final String GREEDY = "token-of-greedy";

  /** Token of the account {@code busy}, which may have two messages under way. */
  public static final String BUSY = "token-of-busy";

  /** Token of the account {@code broad}, which may send one message at a time. */
  public static final String BROAD = "token-of-broad";

  /** Token of the account {@code pruefung} of the tenant {@code stadt}. */
  public static final String AUDITOR = "token-of-auditor";

  /** Token of the account {@code betrieb-kreis} of the tenant {@code kreis}. */
  public static final String OTHER_OPERATOR = "token-of-other-operator";

  /** Largest body that is taken. */
  public static final int LIMIT = 4 * 1024 * 1024;

  @Override
  public void initialize(ConfigurableApplicationContext context) {
    try {
      var directory = Files.createTempDirectory("amtsbote-test");
      var sources = context.getEnvironment().getPropertySources();
      sources.addFirst(new MapPropertySource("limited accounts", limitedAccounts()));
      XDemo.installInto(directory.resolve("standards"));
      sources.addFirst(new MapPropertySource("procedures", procedures()));
      sources.addFirst(new MapPropertySource("drops", drops(directory)));
      sources.addFirst(new MapPropertySource("xta", TestXta.settings(directory)));
      sources.addFirst(
          new MapPropertySource(
              "test",
              Map.ofEntries(
                  Map.entry("spring.datasource.url", TestDatabase.freshUrl()),
                  Map.entry("spring.datasource.hikari.maximum-pool-size", "10"),
                  Map.entry("amtsbote.data", directory.toString()),
                  Map.entry("amtsbote.standards", directory + "/standards"),
                  Map.entry("amtsbote.key-ring.file", keyRing(directory).toString()),
                  Map.entry("amtsbote.key-ring.password-file", directory + "/password"),
                  Map.entry("amtsbote.work.enabled", "false"),
                  Map.entry("amtsbote.limits.body", LIMIT + "B"),
                  Map.entry("amtsbote.limits.free-space", "1MB"),
                  Map.entry("amtsbote.accounts.portal.tenant", "stadt"),
                  Map.entry("amtsbote.accounts.portal.roles", "portal"),
                  Map.entry("amtsbote.accounts.portal.token-sha256", sha256(PORTAL)),
                  Map.entry("amtsbote.accounts.other.tenant", "kreis"),
                  Map.entry("amtsbote.accounts.other.roles", "portal"),
                  Map.entry("amtsbote.accounts.other.token-sha256", sha256(OTHER_TENANT)),
                  Map.entry("amtsbote.accounts.betrieb.tenant", "stadt"),
                  Map.entry("amtsbote.accounts.betrieb.roles", "operator"),
                  Map.entry("amtsbote.accounts.betrieb.token-sha256", sha256(OPERATOR)),
                  Map.entry("amtsbote.accounts.pruefung.tenant", "stadt"),
                  Map.entry("amtsbote.accounts.pruefung.roles", "auditor"),
                  Map.entry("amtsbote.accounts.pruefung.token-sha256", sha256(AUDITOR)),
                  Map.entry("amtsbote.accounts.betrieb-kreis.tenant", "kreis"),
                  Map.entry("amtsbote.accounts.betrieb-kreis.roles", "operator"),
                  Map.entry(
                      "amtsbote.accounts.betrieb-kreis.token-sha256", sha256(OTHER_OPERATOR)))));
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Map<String, Object> limitedAccounts() throws GeneralSecurityException {
    var settings = new HashMap<String, Object>();
    limited(settings, "hasty", HASTY, "requests-per-minute", "2");
    limited(settings, "greedy", GREEDY, "bytes-per-day", "1000B");
    limited(settings, "busy", BUSY, "open-messages", "2");
    limited(settings, "broad", BROAD, "concurrent", "1");
    return settings;
  }

  /** A delivery in two steps, whose answers tests look for themselves. */
  private static Map<String, Object> drops(Path directory) {
    return Map.of(
        "amtsbote.deliveries.fachamt.kind", "file",
        "amtsbote.deliveries.fachamt.folder", directory.resolve("fachamt").toString(),
        "amtsbote.deliveries.fachamt.two-step", "true");
  }

  private static Map<String, Object> procedures() throws GeneralSecurityException {
    var settings = new HashMap<String, Object>();
    procedure(settings, "verfahren", "stadt", "ags:1", PROCEDURE);
    procedure(settings, "anderes", "stadt", "ags:2", OTHER_PROCEDURE);
    procedure(settings, "verfahren-kreis", "kreis", "ags:1", FOREIGN_PROCEDURE);
    return settings;
  }

  private static void procedure(
      Map<String, Object> settings, String name, String tenant, String party, String token)
      throws GeneralSecurityException {
    var account = "amtsbote.accounts." + name;
    settings.put(account + ".tenant", tenant);
    settings.put(account + ".roles", "procedure");
    settings.put(account + ".parties", party);
    settings.put(account + ".token-sha256", sha256(token));
  }

  private static void limited(
      Map<String, Object> settings, String name, String token, String limit, String value)
      throws GeneralSecurityException {
    var account = "amtsbote.accounts." + name;
    settings.put(account + ".tenant", "stadt");
    settings.put(account + ".roles", "portal");
    settings.put(account + ".token-sha256", sha256(token));
    settings.put(account + ".limits." + limit, value);
  }

  /** A key ring with one AES-256 key named payload-1, and its password file beside it. */
  public static Path keyRing(Path directory) throws IOException, GeneralSecurityException {
    var file = directory.resolve("key-ring.p12");
    var generator = KeyGenerator.getInstance("AES");
    generator.init(256);
    var store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    store.setKeyEntry("payload-1", generator.generateKey(), "secret".toCharArray(), null);
    try (var target = Files.newOutputStream(file)) {
      store.store(target, "secret".toCharArray());
    }
    Files.writeString(directory.resolve("password"), "secret\n");
    return file;
  }

  /** SHA-256 of a token, as accounts name it. */
  public static String sha256(String token) throws GeneralSecurityException {
    return HexFormat.of()
        .formatHex(
            MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
  }
}
