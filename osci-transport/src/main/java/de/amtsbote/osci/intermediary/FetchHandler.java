package de.amtsbote.osci.intermediary;

import de.amtsbote.osci.endpoint.FaultException;
import de.amtsbote.osci.mailbox.MailboxStore;
import de.amtsbote.osci.mailbox.StoredDelivery;
import de.amtsbote.osci.mailbox.WaitingQuery;
import de.amtsbote.osci.model.FeedbackCode;
import de.amtsbote.osci.model.Order;
import de.amtsbote.osci.model.SelectionRule;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** fetchDelivery: gives one delivery out of the client's own mailbox. */
final class FetchHandler implements OrderHandler {

  private final MailboxStore store;
  private final Deliveries deliveries;
  private final Cards cards;

  FetchHandler(MailboxStore store, Deliveries deliveries, Cards cards) {
    this.store = store;
    this.deliveries = deliveries;
    this.cards = cards;
  }

  @Override
  public Outcome handle(Request request) throws IOException {
    var selection = request.order().selection();
    var mailbox = request.mailbox().orElseThrow();
    if (selection instanceof SelectionRule.ByMessageId byId) {
      if (byId.ids().size() != 1) {
        throw new FaultException(FeedbackCode.NO_VALID_MESSAGE, "exactly one message id is needed");
      }
      return give(request, store.delivery(mailbox, byId.ids().get(0).value()), false);
    }
    var query = query(mailbox, selection);
    return give(request, store.oldestWaiting(query), store.countWaiting(query) > 1);
  }

  private static WaitingQuery query(String mailbox, SelectionRule selection) {
    if (selection instanceof SelectionRule.ByReception rule) {
      return WaitingQuery.storedFrom(mailbox, rule.from().toInstant());
    }
    if (selection instanceof SelectionRule.ByModification rule) {
      return WaitingQuery.modifiedFrom(mailbox, rule.from().toInstant());
    }
    return WaitingQuery.all(mailbox);
  }

  private Outcome give(Request request, Optional<StoredDelivery> found, boolean more)
      throws IOException {
    if (found.isEmpty()) {
      return Outcome.refused(FeedbackCode.NO_DELIVERY);
    }
    var delivery = deliveries.load(found.get());
    try {
      store.markForwarded(found.get().messageId(), request.at());
      var card = cards.bundle(found.get().card().forwarded(request.at()));
      var order = Order.builder().selection(request.order().selection()).processCard(card);
      return new Outcome(
          Optional.empty(),
          more ? List.of(FeedbackCode.MORE_DELIVERIES) : List.of(),
          order,
          Optional.of(delivery));
    } catch (RuntimeException e) {
      delivery.release().run();
      throw e;
    }
  }
}
