package de.amtsbote.gateway.operations.deadlines;

import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.GatewayException;
import de.amtsbote.gateway.message.MessageState;
import de.amtsbote.gateway.message.MessageStore;
import de.amtsbote.gateway.message.pickup.LastLook;
import de.amtsbote.gateway.message.pickup.Pickup;
import de.amtsbote.gateway.message.pickup.PickupStore;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionTemplate;

/** Ends messages that their readers did not pick up in time. */
final class Expiry {

  private static final Logger LOG = LoggerFactory.getLogger(Expiry.class);

  private final PickupStore pickups;
  private final List<LastLook> looks;
  private final MessageStore messages;
  private final TransactionTemplate transaction;
  private final Duration grace;

  /**
   * @param grace how long a message is not ended while nobody can be asked
   */
  Expiry(
      PickupStore pickups,
      List<LastLook> looks,
      MessageStore messages,
      TransactionTemplate transaction,
      Duration grace) {
    this.pickups = pickups;
    this.looks = List.copyOf(looks);
    this.messages = messages;
    this.transaction = transaction;
    this.grace = grace;
  }

  /** Only what is known not to have been picked up is ended: who can be asked is, once more. */
  void end(Pickup pickup, Instant deadline, GatewayException why, Instant now) {
    var isKnown =
        looks.stream().noneMatch(it -> it.asks(pickup))
            || (pickup.checkedAt() != null && !pickup.checkedAt().isBefore(deadline));
    if (isKnown || !now.isBefore(deadline.plus(grace))) {
      transaction.executeWithoutResult(status -> expire(pickup, why, now));
    } else {
      pickups.askNow(pickup.id(), now);
    }
  }

  private void expire(Pickup pickup, GatewayException why, Instant now) {
    messages.end(pickup.messageId(), MessageState.EXPIRED, why);
    if (!pickups.giveUp(pickup.id(), why.code(), now)) {
      throw new GatewayException(ErrorCode.TRANSITION_ILLEGAL, "it is not waiting any more");
    }
    LOG.warn("Message {} has expired: {}", pickup.messageId(), why.getMessage());
  }
}
