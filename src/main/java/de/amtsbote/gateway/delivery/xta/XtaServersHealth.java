package de.amtsbote.gateway.delivery.xta;

import de.amtsbote.gateway.xta.XtaException;
import de.amtsbote.gateway.xta.XtaParty;
import de.amtsbote.gateway.xta.v31.MailboxXml;
import de.amtsbote.gateway.xta.v31.MetadataXml;
import de.amtsbote.gateway.xta.v31.XtaOperation;
import java.io.IOException;
import java.util.List;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

/**
 * Asks each server whether our account is active, and its mailbox for one entry: a port that is
 * configured with the address of another one, a wrong certificate or party shows at the start and
 * not with the first message.
 */
final class XtaServersHealth extends AbstractHealthIndicator {

  private final XtaClients clients;

  XtaServersHealth(XtaClients clients) {
    this.clients = clients;
  }

  @Override
  protected void doHealthCheck(Health.Builder health) {
    var allWell = true;
    for (var name : clients.names()) {
      var state = state(name);
      allWell &= "active".equals(state);
      health.withDetail(name, state);
    }
    health.status(allWell ? "UP" : "OUT_OF_SERVICE");
  }

  private String state(String name) {
    var server = clients.server(name);
    var client = clients.client(name);
    var author = MetadataXml.author(XtaParty.of(server.author()));
    try {
      client.call(server.management(), XtaOperation.CHECK_ACCOUNT_ACTIVE, List.of(author), null);
      if (server.mailbox() != null) {
        client.call(
            server.mailbox(),
            XtaOperation.GET_STATUS_LIST,
            List.of(author),
            MailboxXml.listRequest(1));
      }
      return "active";
    } catch (XtaException e) {
      return "refused: " + e.error().code();
    } catch (IOException e) {
      return "unreachable";
    }
  }
}
