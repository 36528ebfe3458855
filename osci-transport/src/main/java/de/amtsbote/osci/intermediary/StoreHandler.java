package de.amtsbote.osci.intermediary;

import de.amtsbote.osci.mailbox.MailboxStore;
import de.amtsbote.osci.model.FeedbackCode;
import de.amtsbote.osci.model.Order;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** storeDelivery: puts a delivery into the addressee's mailbox. */
final class StoreHandler implements OrderHandler {

  private final MailboxStore store;
  private final TakeOver takeOver;
  private final Cards cards;

  StoreHandler(MailboxStore store, TakeOver takeOver, Cards cards) {
    this.store = store;
    this.takeOver = takeOver;
    this.cards = cards;
  }

  @Override
  public Outcome handle(Request request) throws IOException {
    if (request.order().messageId() == null) {
      return Outcome.refused(FeedbackCode.MESSAGE_ID_MISSING);
    }
    var addressee = TakeOver.addresseeOf(request);
    var found = takeOver.inspect(request);
    var error =
        found.error().or(() -> takeOver.store(request, addressee, found, true, Optional.empty()));
    if (error.isPresent()) {
      return Outcome.refused(error.get());
    }
    var card = store.card(request.order().messageId().value()).map(cards::bundle).orElse(null);
    return Outcome.done(Order.builder().processCard(card), List.copyOf(found.codes()));
  }
}
