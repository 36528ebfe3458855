package de.amtsbote.gateway.delivery.xta;

import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.GatewayException;
import de.amtsbote.gateway.security.ClientTls;
import de.amtsbote.gateway.security.TrustFolder;
import de.amtsbote.gateway.xta.XtaException;
import de.amtsbote.gateway.xta.XtaRemote;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/** The configured servers of others. */
public final class XtaServers {

  private final Map<String, XtaServersProperties.Server> servers = new TreeMap<>();
  private final Map<String, XtaRemote> remotes = new TreeMap<>();

  /**
   * Opens keys and trust of each server.
   *
   * @throws GatewayException CONFIGURATION_INVALID, or as {@link ClientTls#context}
   */
  XtaServers(
      Map<String, XtaServersProperties.Server> settings,
      ClientTls tls,
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
          require(it.fetch() == null || it.mailbox() != null, name, "mailbox");
          var context =
              tls.context(it.keyStore(), it.passwordFile(), it.alias(), trust.apply(it.trust()));
          var client = new XtaClient(context, it.connectTimeout(), it.answerTimeout());
          remotes.put(name, new RemoteV31(name, it, client));
        });
  }

  private static void require(boolean condition, String name, String key) {
    if (!condition) {
      throw new GatewayException(
          ErrorCode.CONFIGURATION_INVALID,
          "amtsbote.xta.servers.%s.%s is missing".formatted(name, key));
    }
  }

  /** Their names. */
  public Set<String> names() {
    return Collections.unmodifiableSet(servers.keySet());
  }

  /**
   * The settings of one.
   *
   * @throws GatewayException DELIVERY_UNKNOWN when none is called so
   */
  public XtaServersProperties.Server settings(String name) {
    return known(servers, name);
  }

  /**
   * What speaks with one.
   *
   * @throws GatewayException DELIVERY_UNKNOWN when none is called so
   */
  public XtaRemote remote(String name) {
    return known(remotes, name);
  }

  /**
   * Asks whether our account at a server is active; nothing is sent.
   *
   * @throws GatewayException DELIVERY_UNAVAILABLE or DELIVERY_REFUSED as for sending;
   *     DELIVERY_UNKNOWN
   */
  public void probe(String name) {
    probe(name, remote(name));
  }

  static void probe(String name, XtaRemote remote) {
    try {
      remote.checkAccount();
    } catch (XtaException e) {
      throw RetryTable.error(name, e);
    } catch (IOException e) {
      throw RetryTable.error(name, e);
    }
  }

  /** The same servers, but another one speaks for this. */
  XtaServers with(String name, XtaRemote remote) {
    var others = new XtaServers(Map.of(), null, null);
    others.servers.putAll(servers);
    others.remotes.putAll(remotes);
    others.remotes.put(name, remote);
    return others;
  }

  private static <T> T known(Map<String, T> all, String name) {
    if (name == null || !all.containsKey(name)) {
      throw new GatewayException(
          ErrorCode.DELIVERY_UNKNOWN, "amtsbote.xta.servers has no '%s'".formatted(name));
    }
    return all.get(name);
  }

  /** What a server is called among the accounts that messages come in by; none of ours is so. */
  public static String account(String server) {
    return "server:" + server;
  }
}
