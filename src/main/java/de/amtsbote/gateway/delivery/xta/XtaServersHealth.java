package de.amtsbote.gateway.delivery.xta;

import de.amtsbote.gateway.xta.XtaException;
import de.amtsbote.gateway.xta.XtaParty;
import de.amtsbote.gateway.xta.v31.MailboxXml;
import de.amtsbote.gateway.xta.v31.MetadataXml;
import de.amtsbote.gateway.xta.v31.XtaOperation;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

/**
 * Asks each server whether our account is active, and its mailbox for one entry: a port that is
 * configured with the address of another one, a wrong certificate or party shows at the start and
 * not with the first message.
 */
final class XtaServersHealth extends AbstractHealthIndicator {

  /** Whoever asks for our health shall not make us ask others each time. */
  private static final Duration HOLDS = Duration.ofMinutes(1);

  private final XtaClients clients;
  private final Clock clock;
  private Map<String, String> known = Map.of();
  private Instant asked = Instant.MIN;

  XtaServersHealth(XtaClients clients, Clock clock) {
    this.clients = clients;
    this.clock = clock;
  }

  /** A partner that is not well makes nobody restart this gateway. */
  @Override
  protected synchronized void doHealthCheck(Health.Builder health) {
    if (asked.isBefore(clock.instant().minus(HOLDS))) {
      known = clients.names().stream().collect(Collectors.toMap(it -> it, this::state));
      asked = clock.instant();
    }
    known.forEach(health::withDetail);
    health.status(known.values().stream().allMatch("active"::equals) ? "UP" : "DEGRADED");
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
