package de.amtsbote.osci.intermediary;

import de.amtsbote.osci.endpoint.FaultException;
import de.amtsbote.osci.mailbox.MailboxOwners;
import de.amtsbote.osci.mailbox.MailboxStore;
import de.amtsbote.osci.mailbox.StoredDelivery;
import de.amtsbote.osci.mailbox.WaitingQuery;
import de.amtsbote.osci.model.FeedbackCode;
import de.amtsbote.osci.model.Order;
import de.amtsbote.osci.model.SelectionRule;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** fetchDelivery: gives one delivery out of the client's own mailbox. */
final class FetchHandler implements OrderHandler {

  private final MailboxStore store;
  private final Deliveries deliveries;
  private final Cards cards;
  private final MailboxOwners owners;

  FetchHandler(MailboxStore store, Deliveries deliveries, Cards cards, MailboxOwners owners) {
    this.store = store;
    this.deliveries = deliveries;
    this.cards = cards;
    this.owners = owners;
  }

  @Override
  public Outcome handle(Request request) throws IOException {
    var found = find(request);
    return found.delivery().isEmpty()
        ? Outcome.refused(FeedbackCode.NO_DELIVERY)
        : give(request, found);
  }

  /**
   * What an order asks for.
   *
   * @param more whether others match too
   */
  record Found(Optional<StoredDelivery> delivery, boolean more) {}

  Found find(Request request) throws FaultException {
    var selection = request.order().selection();
    var mailboxes = owners.mailboxesOf(request.mailbox().orElseThrow());
    if (selection instanceof SelectionRule.ByMessageId byId) {
      if (byId.ids().size() != 1) {
        throw new FaultException(FeedbackCode.NO_VALID_MESSAGE, "exactly one message id is needed");
      }
      return new Found(store.delivery(mailboxes, byId.ids().get(0).value()), false);
    }
    var query = query(mailboxes, selection);
    return new Found(store.oldestWaiting(query), store.countWaiting(query, 2) > 1);
  }

  private static WaitingQuery query(Set<String> mailboxes, SelectionRule selection) {
    if (selection instanceof SelectionRule.ByReception rule) {
      return WaitingQuery.storedFrom(mailboxes, rule.from().toInstant());
    }
    if (selection instanceof SelectionRule.ByModification rule) {
      return WaitingQuery.modifiedFrom(mailboxes, rule.from().toInstant());
    }
    return WaitingQuery.all(mailboxes);
  }

  /** The answer with what was found. */
  Outcome give(Request request, Found found) throws IOException {
    var stored = found.delivery().orElseThrow();
    var delivery = deliveries.load(stored);
    try {
      store.markForwarded(stored.messageId(), request.at());
      var card = cards.bundle(stored.card().forwarded(request.at()));
      var order = Order.builder().selection(request.order().selection()).processCard(card);
      return new Outcome(
          Optional.empty(),
          found.more() ? List.of(FeedbackCode.MORE_DELIVERIES) : List.of(),
          order,
          Optional.of(delivery));
    } catch (RuntimeException e) {
      delivery.release().run();
      throw e;
    }
  }
}
