package de.amtsbote.osci.intermediary;

import de.amtsbote.osci.mailbox.MailboxStore;
import de.amtsbote.osci.model.MessageId;
import de.amtsbote.osci.model.Order;
import java.util.UUID;

/** getMessageId: gives out an id that may be used once. */
final class MessageIdHandler implements OrderHandler {

  private final MailboxStore store;

  MessageIdHandler(MailboxStore store) {
    this.store = store;
  }

  @Override
  public Outcome handle(Request request) {
    var id = new MessageId(UUID.randomUUID().toString());
    store.issue(id.value(), request.at());
    return Outcome.done(Order.builder().messageId(id));
  }
}
