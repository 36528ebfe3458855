package de.amtsbote.gateway.operations.deadlines;

import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.GatewayException;
import de.amtsbote.gateway.message.MessageStore;
import de.amtsbote.gateway.message.Note;
import de.amtsbote.gateway.message.TimelineEvent;
import de.amtsbote.gateway.message.event.EventRecorder;
import de.amtsbote.gateway.message.event.EventType;
import de.amtsbote.gateway.message.pickup.Pickup;
import de.amtsbote.gateway.message.pickup.PickupStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.transaction.support.TransactionTemplate;

/** Looks for messages that nobody has picked up in time; each is a transaction of its own. */
final class DeadlineJob {

  private static final Logger LOG = LoggerFactory.getLogger(DeadlineJob.class);
  private static final int PAGE = 200;

  private final PickupStore pickups;
  private final Expiry expiry;
  private final MessageStore messages;
  private final EventRecorder events;
  private final TransactionTemplate transaction;
  private final DeadlineProperties properties;
  private final Clock clock;

  DeadlineJob(
      PickupStore pickups,
      Expiry expiry,
      MessageStore messages,
      EventRecorder events,
      TransactionTemplate transaction,
      DeadlineProperties properties,
      Clock clock) {
    this.pickups = pickups;
    this.expiry = expiry;
    this.messages = messages;
    this.events = events;
    this.transaction = transaction;
    this.properties = properties;
    this.clock = clock;
  }

  /** One look at all that wait. */
  void run(BooleanSupplier stopping) {
    var now = clock.instant();
    var since = now.minus(properties.shortest());
    Pickup last = null;
    do {
      var page = pickups.waitingSince(since, last, PAGE);
      page.forEach(it -> look(it, now));
      last = page.size() < PAGE ? null : page.get(PAGE - 1);
    } while (last != null && !stopping.getAsBoolean());
  }

  private void look(Pickup pickup, Instant now) {
    var deadline = properties.of(pickup);
    try {
      if (hasPassed(pickup, deadline.expireAfter(), now)) {
        expiry.end(pickup, pickup.sentAt().plus(deadline.expireAfter()), expired(pickup), now);
      } else if (pickup.overdueAt() == null && hasPassed(pickup, deadline.alertAfter(), now)) {
        transaction.executeWithoutResult(status -> alert(pickup, now));
      }
    } catch (GatewayException | ConcurrencyFailureException e) {
      // it was picked up or moved in this very moment; the next look sees what is left
      LOG.info("Deadline of {} not kept: {}", pickup.messageId(), e.getMessage());
    }
  }

  private static boolean hasPassed(Pickup pickup, Duration after, Instant now) {
    return !after.isZero() && !now.isBefore(pickup.sentAt().plus(after));
  }

  private void alert(Pickup pickup, Instant now) {
    // the row of the message first, as every writer of states does
    var line =
        messages.note(
            pickup.messageId(),
            TimelineEvent.PICKUP_OVERDUE,
            new Note(ErrorCode.PICKUP_OVERDUE.code(), "system", details(pickup)));
    if (!pickups.markOverdue(pickup.id(), now)) {
      throw new GatewayException(ErrorCode.TRANSITION_ILLEGAL, "it is not waiting any more");
    }
    events.noted(messages.get(pickup.messageId()), line, EventType.PICKUP_OVERDUE);
    LOG.warn(
        "{} Message {} waits for {} since {}",
        ErrorCode.PICKUP_OVERDUE.code(),
        pickup.messageId(),
        pickup.partner(),
        pickup.sentAt());
  }

  private static GatewayException expired(Pickup pickup) {
    return new GatewayException(
        ErrorCode.PICKUP_EXPIRED,
        "%s has not picked it up since %s".formatted(pickup.partner(), pickup.sentAt()));
  }

  private static Map<String, String> details(Pickup pickup) {
    return Map.of("partner", pickup.partner(), "since", pickup.sentAt().toString());
  }
}
