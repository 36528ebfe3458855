package de.amtsbote.osci.intermediary;

import de.amtsbote.osci.mailbox.MailboxStore;
import de.amtsbote.osci.mailbox.PendingPush;
import de.amtsbote.osci.mailbox.StoredDelivery;
import de.amtsbote.osci.model.MessageType;
import de.amtsbote.osci.model.Order;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings deliveries to recipients that could not be reached when the order came. What cannot be
 * brought in the end lies in the addressee's mailbox, where he can fetch it.
 */
final class PushRetries {

  private static final Logger LOG = LoggerFactory.getLogger(PushRetries.class);

  private final MailboxStore store;
  private final Push push;
  private final Deliveries deliveries;
  private final Cards cards;
  private final PushRetry retry;
  private final Clock clock;

  PushRetries(
      MailboxStore store,
      Push push,
      Deliveries deliveries,
      Cards cards,
      PushRetry retry,
      Clock clock) {
    this.store = store;
    this.push = push;
    this.deliveries = deliveries;
    this.cards = cards;
    this.retry = retry;
    this.clock = clock;
  }

  /** Tries what is due; a recipient that does not answer is not tried twice in one run. */
  int run(int most) {
    var claimed = store.claimPushes(now(), now().plus(retry.lease()), most);
    Set<URI> silent = new HashSet<>();
    for (var pending : claimed) {
      if (silent.contains(pending.recipient())) {
        store.postponePush(pending.messageId(), retry.after(pending.attempts(), now()));
      } else if (!attempt(pending)) {
        silent.add(pending.recipient());
      }
    }
    return claimed.size();
  }

  /** False if the recipient could not be reached. */
  private boolean attempt(PendingPush pending) {
    var stored = store.delivery(pending.messageId());
    if (stored.isEmpty()) {
      store.endPush(pending.messageId());
      return true;
    }
    try {
      return decide(pending, bring(pending, stored.get()));
    } catch (IOException | RuntimeException e) {
      LOG.error("push of {} fails here: {}", pending.messageId(), e.toString());
      store.postponePush(pending.messageId(), retry.after(pending.attempts(), now()));
      return true;
    }
  }

  private PushResult bring(PendingPush pending, StoredDelivery stored) throws IOException {
    var parcel = deliveries.load(stored);
    try {
      var addressee = parcel.certificates().addresseeCipher().orElseThrow();
      var values = Order.builder().processCard(cards.bundle(stored.card())).build();
      return push.bring(
          pending.recipient(), MessageType.ACCEPT_DELIVERY, values, parcel, addressee, now());
    } finally {
      parcel.release().run();
    }
  }

  private boolean decide(PendingPush pending, PushResult result) {
    var id = pending.messageId();
    if (result instanceof PushResult.Taken taken) {
      taken.answer().close();
      store.markReceived(id, now());
      store.endPush(id);
      LOG.info("delivery {} was brought with attempt {}", id, pending.attempts());
      return true;
    }
    var failed = (PushResult.Failed) result;
    if (failed.worthRetry() && !retry.isOver(pending.since(), now())) {
      store.postponePush(id, retry.after(pending.attempts(), now()));
      return false;
    }
    store.release(id, now());
    LOG.warn(
        "delivery {} cannot be brought ({}); it lies in the mailbox", id, failed.code().code());
    return !failed.worthRetry();
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
