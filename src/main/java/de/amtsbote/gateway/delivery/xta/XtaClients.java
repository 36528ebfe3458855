package de.amtsbote.gateway.delivery.xta;

import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.GatewayException;
import de.amtsbote.gateway.security.KeyFiles;
import de.amtsbote.gateway.security.TrustFolder;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** The clients of all configured servers. */
final class XtaClients {

  private final Map<String, XtaServersProperties.Server> servers = new TreeMap<>();
  private final Map<String, XtaClient> clients = new TreeMap<>();

  /**
   * Opens keys and trust of each server.
   *
   * @throws GatewayException CONFIGURATION_INVALID, KEY_RING_UNREADABLE or SAMPLE_KEY_REFUSED
   */
  XtaClients(
      Map<String, XtaServersProperties.Server> settings,
      KeyFiles keys,
      Function<Path, TrustFolder> trust) {
    settings.forEach(
        (name, it) -> {
          require(it.management() != null, name, "management");
          require(it.send() != null, name, "send");
          require(it.author() != null, name, "author");
          require(it.keyStore() != null, name, "key-store");
          require(it.passwordFile() != null, name, "password-file");
          require(it.trust() != null, name, "trust");
          servers.put(name, it);
          clients.put(
              name,
              new XtaClient(
                  tls(it, keys, trust.apply(it.trust())), it.connectTimeout(), it.answerTimeout()));
        });
  }

  private static void require(boolean condition, String name, String key) {
    if (!condition) {
      throw new GatewayException(
          ErrorCode.CONFIGURATION_INVALID,
          "amtsbote.xta.servers.%s.%s is missing".formatted(name, key));
    }
  }

  private static SSLContext tls(
      XtaServersProperties.Server server, KeyFiles keys, TrustFolder trust) {
    try {
      var own = KeyManagerFactory.getInstance("PKIX");
      own.init(
          keys.open(server.keyStore(), server.passwordFile()),
          keys.password(server.passwordFile()));
      var trusted = TrustManagerFactory.getInstance("PKIX");
      trusted.init(trust.anchors());
      var context = SSLContext.getInstance("TLS");
      context.init(own.getKeyManagers(), trusted.getTrustManagers(), new SecureRandom());
      return context;
    } catch (GeneralSecurityException e) {
      throw new GatewayException(
          ErrorCode.KEY_RING_UNREADABLE, "a key for an XTA server does not open", e);
    }
  }

  Set<String> names() {
    return servers.keySet();
  }

  XtaServersProperties.Server server(String name) {
    return servers.get(name);
  }

  XtaClient client(String name) {
    return clients.get(name);
  }
}
