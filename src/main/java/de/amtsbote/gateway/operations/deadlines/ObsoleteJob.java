package de.amtsbote.gateway.operations.deadlines;

import de.amtsbote.gateway.message.GatewayException;
import de.amtsbote.gateway.message.LastDay;
import de.amtsbote.gateway.message.MessageId;
import de.amtsbote.gateway.message.MessageStore;
import de.amtsbote.gateway.message.OperatorMoves;
import de.amtsbote.gateway.message.pickup.ObsoleteStore;
import de.amtsbote.gateway.message.pickup.PickupStore;
import java.time.Clock;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Ends messages whose author named a last day that has passed. What a receiver may have is left to
 * whoever clears that up.
 */
final class ObsoleteJob {

  private static final Logger LOG = LoggerFactory.getLogger(ObsoleteJob.class);
  private static final int PAGE = 200;

  private final ObsoleteStore obsolete;
  private final PickupStore pickups;
  private final Expiry expiry;
  private final MessageStore messages;
  private final TransactionTemplate transaction;
  private final Clock clock;

  ObsoleteJob(
      ObsoleteStore obsolete,
      PickupStore pickups,
      Expiry expiry,
      MessageStore messages,
      TransactionTemplate transaction,
      Clock clock) {
    this.obsolete = obsolete;
    this.pickups = pickups;
    this.expiry = expiry;
    this.messages = messages;
    this.transaction = transaction;
    this.clock = clock;
  }

  /** One look at all whose day has passed. */
  void run(BooleanSupplier stopping) {
    MessageId last = null;
    do {
      var page = obsolete.waiting(last, PAGE);
      page.forEach(it -> kept(it, () -> end(it)));
      last = page.size() < PAGE ? null : page.get(PAGE - 1);
    } while (last != null && !stopping.getAsBoolean());
    PickupStore.Obsolete lying = null;
    do {
      var page = pickups.obsolete(LastDay.today(clock), lying, PAGE);
      page.forEach(it -> kept(it.pickup().messageId(), () -> end(it)));
      lying = page.size() < PAGE ? null : page.get(PAGE - 1);
    } while (lying != null && !stopping.getAsBoolean());
  }

  /** Nobody hands it over between this look and the end of the transaction. */
  private void end(MessageId id) {
    transaction.executeWithoutResult(
        status -> {
          messages.lock(id);
          var lastDay = obsolete.passed(id);
          if (lastDay.isPresent() && OperatorMoves.ENDABLE.contains(messages.get(id).state())) {
            messages.expire(id, LastDay.passed(lastDay.get()));
            LOG.warn("Message {} has expired: its last day was {}", id, lastDay.get());
          }
        });
  }

  private void end(PickupStore.Obsolete lying) {
    expiry.end(
        lying.pickup(),
        LastDay.end(lying.lastDay()),
        LastDay.passed(lying.lastDay()),
        clock.instant());
  }

  private static void kept(MessageId id, Runnable end) {
    try {
      end.run();
    } catch (GatewayException | ConcurrencyFailureException e) {
      // it is worked on or picked up in this very moment; the next look sees what is left
      LOG.info("Last day of {} not kept: {}", id, e.getMessage());
    }
  }
}
