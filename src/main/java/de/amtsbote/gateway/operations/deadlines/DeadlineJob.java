package de.amtsbote.gateway.operations.deadlines;

import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.GatewayException;
import de.amtsbote.gateway.message.MessageState;
import de.amtsbote.gateway.message.MessageStore;
import de.amtsbote.gateway.message.Note;
import de.amtsbote.gateway.message.TimelineEvent;
import de.amtsbote.gateway.message.event.EventRecorder;
import de.amtsbote.gateway.message.event.EventType;
import de.amtsbote.gateway.message.pickup.LastLook;
import de.amtsbote.gateway.message.pickup.Pickup;
import de.amtsbote.gateway.message.pickup.PickupStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
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
  private final List<LastLook> looks;
  private final MessageStore messages;
  private final EventRecorder events;
  private final TransactionTemplate transaction;
  private final DeadlineProperties properties;
  private final Clock clock;

  DeadlineJob(
      PickupStore pickups,
      List<LastLook> looks,
      MessageStore messages,
      EventRecorder events,
      TransactionTemplate transaction,
      DeadlineProperties properties,
      Clock clock) {
    this.pickups = pickups;
    this.looks = List.copyOf(looks);
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
        end(pickup, pickup.sentAt().plus(deadline.expireAfter()), now);
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

  /** Only what is known not to have been picked up is ended: who can be asked is, once more. */
  private void end(Pickup pickup, Instant deadline, Instant now) {
    var isKnown =
        looks.stream().noneMatch(it -> it.asks(pickup))
            || (pickup.checkedAt() != null && !pickup.checkedAt().isBefore(deadline));
    if (isKnown || !now.isBefore(deadline.plus(properties.grace()))) {
      transaction.executeWithoutResult(status -> expire(pickup, now));
    } else {
      pickups.askNow(pickup.id(), now);
    }
  }

  private void expire(Pickup pickup, Instant now) {
    var why =
        new GatewayException(
            ErrorCode.PICKUP_EXPIRED,
            "%s has not picked it up since %s".formatted(pickup.partner(), pickup.sentAt()));
    messages.end(pickup.messageId(), MessageState.EXPIRED, why);
    if (!pickups.giveUp(pickup.id(), now)) {
      throw new GatewayException(ErrorCode.TRANSITION_ILLEGAL, "it is not waiting any more");
    }
    LOG.warn("Message {} has expired: {}", pickup.messageId(), why.getMessage());
  }

  private static Map<String, String> details(Pickup pickup) {
    return Map.of("partner", pickup.partner(), "since", pickup.sentAt().toString());
  }
}
