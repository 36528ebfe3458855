package de.amtsbote.gateway.delivery.webhook;

import de.amtsbote.gateway.message.event.EventStore;
import java.util.List;

/** How the webhooks stand, for health and metrics. */
public final class WebhookStatus {

  private static final long LIMIT = 1_000_000;

  private final EventStore events;
  private final WebhookCircuitStore circuits;

  WebhookStatus(EventStore events, WebhookCircuitStore circuits) {
    this.events = events;
    this.circuits = circuits;
  }

  /** Events that wait to be sent; counting stops at a million. */
  public long waiting() {
    return events.waiting(LIMIT);
  }

  /** Accounts whose webhook does not answer, with the time since when. */
  public List<String> down() {
    return circuits.all().stream()
        .map(it -> "%s since %s (%s)".formatted(it.account(), it.downSince(), it.code()))
        .toList();
  }
}
