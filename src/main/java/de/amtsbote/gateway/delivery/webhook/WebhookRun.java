package de.amtsbote.gateway.delivery.webhook;

import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.GatewayException;
import de.amtsbote.gateway.message.event.Event;
import de.amtsbote.gateway.message.event.EventStore;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the waiting events of one account to its portal. While the portal does not answer, one
 * event at a time is tried and all others use up no attempts.
 */
final class WebhookRun {

  private static final Logger LOG = LoggerFactory.getLogger(WebhookRun.class);
  private static final int MOST_BATCHES = 500;

  /** Then another portal has its turn. */
  private static final Duration LONGEST = Duration.ofSeconds(30);

  private final WebhookTarget target;
  private final EventStore events;
  private final WebhookCircuitStore circuits;
  private final WebhookClient client;
  private final WebhookProperties properties;
  private final PushBackoff backoff;
  private final Clock clock;

  WebhookRun(
      WebhookTarget target,
      EventStore events,
      WebhookCircuitStore circuits,
      WebhookClient client,
      WebhookProperties properties,
      PushBackoff backoff,
      Clock clock) {
    this.target = target;
    this.events = events;
    this.circuits = circuits;
    this.client = client;
    this.properties = properties;
    this.backoff = backoff;
    this.clock = clock;
  }

  /** Sends what is due, until nothing is or the portal does not answer. */
  void run(BooleanSupplier stopping) {
    var end = clock.instant().plus(LONGEST);
    for (var batch = 0; batch < MOST_BATCHES; batch++) {
      if (stopping.getAsBoolean() || clock.instant().isAfter(end)) {
        return;
      }
      var circuit = circuits.find(target.tenant(), target.account());
      if (circuit.isPresent() && clock.instant().isBefore(circuit.get().nextAt())) {
        return;
      }
      var limit = circuit.isPresent() ? 1 : properties.parallel();
      var due = events.toPush(target.tenant(), target.account(), clock.instant(), limit);
      if (due.isEmpty()) {
        return;
      }
      settle(circuit.map(WebhookCircuitStore.OpenCircuit::failures).orElse(0), push(due));
    }
  }

  private List<PushResult> push(List<Event> due) {
    var requests = send(due);
    var results = new ArrayList<PushResult>();
    for (var index = 0; index < requests.size(); index++) {
      var result = requests.get(index).join();
      enter(due.get(index), result);
      results.add(result);
    }
    return results;
  }

  /** A secret that cannot be read is no fault of the portal: what was not tried just waits. */
  private List<CompletableFuture<PushResult>> send(List<Event> due) {
    var requests = new ArrayList<CompletableFuture<PushResult>>();
    try {
      due.forEach(event -> requests.add(client.send(target, event)));
    } catch (GatewayException e) {
      var now = clock.instant();
      var next = now.plus(backoff.delay(0, Duration.ZERO));
      events.postpone(target.tenant(), target.account(), now, e.code().code(), next);
      LOG.error(
          "Nothing is sent to the webhook of {} until {}: {} (incident {})",
          target.account(),
          next,
          e.getMessage(),
          e.incident());
    }
    return requests;
  }

  private void enter(Event event, PushResult result) {
    var now = clock.instant();
    if (result.isTaken()) {
      events.pushed(event.id(), now);
    } else if (now.isAfter(event.at().plus(properties.budget()))) {
      events.givenUp(event.id(), ErrorCode.WEBHOOK_GIVEN_UP.code());
      LOG.warn(
          "{} Event {} for account {} is given up after {} attempts",
          ErrorCode.WEBHOOK_GIVEN_UP.code(),
          event.stableId(),
          target.account(),
          event.attempts() + 1);
    } else {
      var next = now.plus(backoff.delay(event.attempts(), result.retryAfter()));
      events.notPushed(event, result.code().code(), next);
    }
  }

  private void settle(int failures, List<PushResult> results) {
    if (results.isEmpty()) {
      return;
    }
    if (results.stream().allMatch(PushResult::isUnavailable)) {
      var asked =
          results.stream().map(PushResult::retryAfter).max(Duration::compareTo).orElseThrow();
      var now = clock.instant();
      var next = now.plus(backoff.delay(failures, asked));
      var code = ErrorCode.WEBHOOK_UNAVAILABLE.code();
      circuits.failed(target.tenant(), target.account(), code, now, next);
      LOG.warn("{} The webhook of {} does not answer; next try {}", code, target.account(), next);
    } else if (failures > 0) {
      circuits.answered(target.tenant(), target.account());
      LOG.info("The webhook of {} answers again", target.account());
    }
  }
}
