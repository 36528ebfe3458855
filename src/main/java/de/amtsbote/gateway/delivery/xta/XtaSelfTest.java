package de.amtsbote.gateway.delivery.xta;

import de.amtsbote.gateway.xta.XtaException;
import de.amtsbote.gateway.xta.XtaSelection;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks each server whether our account is active, and its mailbox for one entry: a port that is
 * configured with the address of another one, a wrong certificate or party shows at the start and
 * not with the first message.
 */
final class XtaSelfTest {

  /** What is said of a server that is well. */
  static final String WELL = "active";

  private static final Logger LOG = LoggerFactory.getLogger(XtaSelfTest.class);

  private final XtaServers servers;

  XtaSelfTest(XtaServers servers) {
    this.servers = servers;
  }

  /** Tests all servers once when the gateway has started, without making it wait. */
  void start() {
    if (!servers.names().isEmpty()) {
      var thread = new Thread(this::report, "xta-self-test");
      thread.setDaemon(true);
      thread.start();
    }
  }

  private void report() {
    run()
        .forEach(
            (name, state) -> {
              if (WELL.equals(state)) {
                LOG.info("XTA server {}: our account is active", name);
              } else {
                LOG.warn("XTA server {}: {}", name, state);
              }
            });
  }

  /** What each server says now, by its name. */
  Map<String, String> run() {
    var states = new TreeMap<String, String>();
    servers.names().forEach(it -> states.put(it, state(it)));
    return states;
  }

  private String state(String name) {
    var remote = servers.remote(name);
    try {
      remote.checkAccount();
    } catch (XtaException e) {
      return "refused: " + e.error().code();
    } catch (IOException e) {
      return "unreachable";
    }
    return servers.settings(name).mailbox() == null ? WELL : mailbox(name);
  }

  private String mailbox(String name) {
    try {
      servers.remote(name).list(XtaSelection.ALL, 1);
      return WELL;
    } catch (XtaException e) {
      return "mailbox refused: " + e.error().code();
    } catch (IOException e) {
      return "mailbox unreachable, or the address of another port";
    }
  }
}
