package de.amtsbote.gateway.entry.xta;

import de.amtsbote.gateway.message.MessageId;
import de.amtsbote.gateway.message.MessageStore;
import de.amtsbote.gateway.message.Note;
import de.amtsbote.gateway.message.TimelineEvent;
import de.amtsbote.gateway.message.Traits;
import de.amtsbote.gateway.xta.XtaMetadata;
import java.util.Map;

/** What the store is told of a transport order, whichever side it came from. */
public final class OrderFacts {

  private OrderFacts() {}

  /** What is known of a message before its document is read. */
  public static Traits traits(XtaMetadata order) {
    return new Traits(
        null,
        null,
        order.messageType().code(),
        order.author().id(),
        order.reader().id(),
        order.service(),
        null);
  }

  /** Says that a message was not checked, as only its reader can open it. */
  public static void noteSealed(MessageStore store, MessageId message) {
    var reason = Map.of("reason", "encrypted by the author for the reader");
    store.note(message, TimelineEvent.NOT_CHECKED, Note.of(reason));
  }
}
