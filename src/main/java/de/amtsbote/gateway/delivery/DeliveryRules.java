package de.amtsbote.gateway.delivery;

import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.GatewayException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What is wrong with the settings of a delivery; nothing is opened and nobody is asked. */
public final class DeliveryRules {

  private static final String URL = "url";
  private static final Set<String> WEB = Set.of("http", "https");
  private static final Set<String> BROKER = Set.of("tcp", "ssl");

  private final List<Problem> problems = new ArrayList<>();
  private final DeliverySettings settings;

  private DeliveryRules(DeliverySettings settings) {
    this.settings = settings;
  }

  /**
   * One thing that is wrong.
   *
   * @param key setting below the name of the delivery; empty for the whole
   */
  public record Problem(String key, String text) {}

  /** Everything that is wrong with a delivery of this name. */
  public static List<Problem> check(String name, DeliverySettings settings) {
    var rules = new DeliveryRules(settings);
    if (name.equals(Deliveries.REPLIES)) {
      rules.wrong("", "is there by itself; choose another name");
    } else if (settings.kind() == null || settings.kind() == DeliverySettings.Kind.REPLIES) {
      rules.wrong("kind", "is missing; write file, sftp, http, jms, mailbox, xta or fit-connect");
    } else {
      rules.ofAll();
      rules.ofKind();
    }
    return rules.problems;
  }

  /** Throws for the first thing that is wrong. */
  static void require(String name, DeliverySettings settings) {
    check(name, settings).stream()
        .findFirst()
        .ifPresent(
            it -> {
              throw wrong(name, it.key(), it.text());
            });
  }

  static GatewayException wrong(String name, String key, String problem) {
    var setting = key.isEmpty() ? name : name + "." + key;
    return new GatewayException(
        ErrorCode.CONFIGURATION_INVALID, "amtsbote.deliveries.%s %s".formatted(setting, problem));
  }

  private void ofAll() {
    if (settings.concurrency() < 0) {
      wrong("concurrency", "must not be negative; 0 is for any number");
    }
    if (settings.largest() != null && settings.largest().toBytes() < 1) {
      wrong("largest", "must be more than nothing");
    }
    var kind = settings.kind();
    var isDrop = kind == DeliverySettings.Kind.FILE || kind == DeliverySettings.Kind.SFTP;
    only(!settings.twoStep() || isDrop, "two-step", "file and sftp");
    only(settings.secret() == null || kind == DeliverySettings.Kind.HTTP, "secret", "http");
    var isConnection = kind == DeliverySettings.Kind.HTTP || kind == DeliverySettings.Kind.JMS;
    only(settings.tls() == null || isConnection, "tls", "http and jms");
    var hasUser = kind == DeliverySettings.Kind.SFTP || kind == DeliverySettings.Kind.JMS;
    only(settings.login() == null || hasUser, "login", "sftp and jms");
  }

  private void ofKind() {
    switch (settings.kind()) {
      case FILE -> present(settings.folder(), "folder", "name a folder");
      case SFTP -> sftp();
      case HTTP -> http();
      case JMS -> jms();
      default -> {
        // their makers know
      }
    }
  }

  private void sftp() {
    present(settings.folder(), "folder", "name a folder on the server");
    url(Set.of("sftp"), "sftp://HOST or sftp://HOST:PORT");
    var login = settings.login();
    if (login == null || login.user() == null) {
      wrong("login.user", "is missing");
      return;
    }
    file(login.knownHosts(), "login.known-hosts");
    if (login.keyFile() == null && login.passwordFile() == null) {
      wrong("login.key-file", "is missing; name a key or a password-file");
    }
    fileIfAny(login.keyFile(), "login.key-file");
    fileIfAny(login.passwordFile(), "login.password-file");
  }

  private void http() {
    url(WEB, "http://… or https://…");
    if (settings.secret() != null) {
      file(settings.secret().file(), "secret.file");
      fileIfAny(settings.secret().nextFile(), "secret.next-file");
    }
    tls("https");
  }

  private void jms() {
    url(BROKER, "ssl://HOST:PORT or tcp://HOST:PORT");
    var url = settings.url();
    if (url != null && (url.getPort() < 0 || url.getQuery() != null || !path(url).isEmpty())) {
      wrong(URL, "must be ssl://HOST:PORT or tcp://HOST:PORT and nothing else");
    }
    present(settings.queue(), "queue", "name the queue");
    if (settings.login() != null) {
      present(settings.login().user(), "login.user", "name the user");
      file(settings.login().passwordFile(), "login.password-file");
    }
    tls("ssl");
  }

  private void tls(String scheme) {
    var tls = settings.tls();
    if (tls == null) {
      return;
    }
    if (settings.url() != null && !scheme.equals(settings.url().getScheme())) {
      wrong(URL, "must begin with %s:// where tls is set".formatted(scheme));
    }
    if (tls.trust() == null || !Files.isDirectory(tls.trust())) {
      wrong("tls.trust", "must be a folder with the certificates of trusted authorities");
    }
    if (tls.keyStore() != null) {
      file(tls.keyStore(), "tls.key-store");
      file(tls.passwordFile(), "tls.password-file");
    }
  }

  private void url(Set<String> schemes, String form) {
    var url = settings.url();
    if (url == null) {
      wrong(URL, "is missing; write " + form);
    } else if (!schemes.contains(String.valueOf(url.getScheme()))
        || url.getHost() == null
        || url.getUserInfo() != null) {
      wrong(URL, "must be " + form);
    }
  }

  private static String path(URI url) {
    return url.getPath() == null ? "" : url.getPath();
  }

  private void present(Object value, String key, String remedy) {
    if (value == null) {
      wrong(key, "is missing; " + remedy);
    }
  }

  private void file(Path file, String key) {
    if (file == null) {
      wrong(key, "is missing");
    } else {
      fileIfAny(file, key);
    }
  }

  private void fileIfAny(Path file, String key) {
    if (file != null && !Files.isReadable(file)) {
      wrong(key, "cannot be read: " + file);
    }
  }

  private void only(boolean condition, String key, String kinds) {
    if (!condition) {
      wrong(key, "is for " + kinds + " only");
    }
  }

  private void wrong(String key, String text) {
    problems.add(new Problem(key, text));
  }
}
