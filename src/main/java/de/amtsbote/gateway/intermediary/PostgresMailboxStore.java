package de.amtsbote.gateway.intermediary;

import de.amtsbote.osci.mailbox.CardQuery;
import de.amtsbote.osci.mailbox.DialogState;
import de.amtsbote.osci.mailbox.MailboxStore;
import de.amtsbote.osci.mailbox.MailboxStoreException;
import de.amtsbote.osci.mailbox.MailboxUsage;
import de.amtsbote.osci.mailbox.NewDelivery;
import de.amtsbote.osci.mailbox.PendingPush;
import de.amtsbote.osci.mailbox.ProcessCardEntry;
import de.amtsbote.osci.mailbox.PurgeLimits;
import de.amtsbote.osci.mailbox.StoreOutcome;
import de.amtsbote.osci.mailbox.StoredDelivery;
import de.amtsbote.osci.mailbox.WaitingQuery;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/** Keeps the state of the intermediary in PostgreSQL; any number of nodes may share it. */
final class PostgresMailboxStore implements MailboxStore {

  private final PostgresMessageIds ids;
  private final PostgresCards cards;
  private final PostgresDeliveries deliveries;
  private final PostgresDialogs dialogs;
  private final PostgresPushes pushes;
  private final TransactionTemplate transaction;

  PostgresMailboxStore(JdbcTemplate jdbc, TransactionTemplate transaction) {
    this.ids = new PostgresMessageIds(jdbc);
    this.cards = new PostgresCards(jdbc);
    this.deliveries = new PostgresDeliveries(jdbc);
    this.dialogs = new PostgresDialogs(jdbc);
    this.pushes = new PostgresPushes(jdbc);
    this.transaction = transaction;
  }

  @Override
  public void issue(String messageId, Instant at) {
    alone(() -> ids.insert(messageId, at));
  }

  @Override
  public StoreOutcome store(NewDelivery delivery) {
    return inTransaction(
        () -> {
          if (!ids.use(delivery.messageId())) {
            return cards.find(delivery.messageId()).isPresent()
                ? StoreOutcome.USED_MESSAGE_ID
                : StoreOutcome.UNKNOWN_MESSAGE_ID;
          }
          cards.insert(delivery);
          deliveries.insert(delivery);
          pushes.insert(delivery);
          return StoreOutcome.STORED;
        });
  }

  @Override
  public void withdraw(String messageId) {
    inTransaction(() -> cards.delete(messageId).map(createdAt -> ids.insert(messageId, createdAt)));
  }

  @Override
  public boolean isUnused(String messageId) {
    return alone(() -> ids.isUnused(messageId));
  }

  @Override
  public MailboxUsage usage(String mailbox) {
    return alone(() -> deliveries.usage(mailbox));
  }

  @Override
  public Optional<StoredDelivery> delivery(Set<String> mailboxes, String messageId) {
    return inTransaction(
        () ->
            cards
                .find(messageId)
                .filter(card -> mailboxes.contains(card.mailbox()))
                .flatMap(deliveries::findFetchable));
  }

  @Override
  public Optional<StoredDelivery> delivery(String messageId) {
    return inTransaction(() -> cards.find(messageId).flatMap(deliveries::find));
  }

  @Override
  public List<PendingPush> claimPushes(Instant now, Instant notBefore, int most) {
    return inTransaction(() -> pushes.claim(now, notBefore, most));
  }

  @Override
  public void postponePush(String messageId, Instant until) {
    alone(() -> pushes.postpone(messageId, until));
  }

  @Override
  public void endPush(String messageId) {
    alone(() -> pushes.delete(messageId));
  }

  @Override
  public void release(String messageId, Instant at) {
    inTransaction(
        () ->
            pushes.delete(messageId) + deliveries.release(messageId) + cards.touch(messageId, at));
  }

  @Override
  public Optional<StoredDelivery> oldestWaiting(WaitingQuery query) {
    return inTransaction(() -> cards.oldestWaiting(query).flatMap(deliveries::findFetchable));
  }

  @Override
  public long countWaiting(WaitingQuery query, int most) {
    return alone(() -> cards.countWaiting(query, most));
  }

  @Override
  public void markForwarded(String messageId, Instant at) {
    alone(() -> cards.markForwarded(messageId, at));
  }

  @Override
  public void markReceived(String messageId, Instant at) {
    alone(() -> cards.markReceived(messageId, at));
  }

  @Override
  public Optional<ProcessCardEntry> card(String messageId) {
    return alone(() -> cards.find(messageId));
  }

  @Override
  public List<ProcessCardEntry> cards(CardQuery query) {
    return alone(() -> cards.list(query));
  }

  @Override
  public void open(DialogState dialog) {
    alone(() -> dialogs.insert(dialog));
  }

  @Override
  public Optional<DialogState> dialog(String conversationId) {
    return alone(() -> dialogs.find(conversationId));
  }

  @Override
  public boolean advance(DialogState from, Optional<DialogState> to, Instant at) {
    return inTransaction(
        () -> {
          if (!dialogs.replace(from, to)) {
            return false;
          }
          var stillHeld = to.flatMap(DialogState::fetched);
          from.fetched()
              .filter(id -> stillHeld.filter(id::equals).isEmpty())
              .ifPresent(id -> cards.markReceived(id, at));
          return true;
        });
  }

  @Override
  public void discard(String conversationId) {
    alone(() -> dialogs.delete(conversationId));
  }

  @Override
  public void purge(PurgeLimits limits) {
    inTransaction(
        () ->
            ids.purge(limits)
                + dialogs.purge(limits)
                + deliveries.purge(limits)
                + cards.purge(limits));
  }

  private <T> T inTransaction(Supplier<T> work) {
    return alone(() -> transaction.execute(status -> work.get()));
  }

  /** A single statement is whole by itself, and commits without one more way to the database. */
  private static <T> T alone(Supplier<T> work) {
    try {
      return work.get();
    } catch (DataAccessException | TransactionException e) {
      throw new MailboxStoreException("the database did not do it", e);
    }
  }
}
