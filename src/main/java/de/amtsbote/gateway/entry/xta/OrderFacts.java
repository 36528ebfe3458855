package de.amtsbote.gateway.entry.xta;

import de.amtsbote.gateway.message.MessageId;
import de.amtsbote.gateway.message.MessageStore;
import de.amtsbote.gateway.message.Note;
import de.amtsbote.gateway.message.TimelineEvent;
import de.amtsbote.gateway.message.Traits;
import de.amtsbote.gateway.xta.XtaMetadata;
import de.amtsbote.gateway.xta.v31.Leniency;
import java.util.List;
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
        Leniency.NO_SERVICE.equals(order.service()) ? null : order.service(),
        null);
  }

  /** Says what an order lacked that its sender is not held to. */
  public static void noteTolerated(MessageStore store, MessageId message, List<String> missing) {
    if (!missing.isEmpty()) {
      var details = Map.of("missing", String.join(" ", missing));
      store.note(message, TimelineEvent.TOLERATED, Note.of(details));
    }
  }

  /** Says that a message was not checked, as only its reader can open it. */
  public static void noteSealed(MessageStore store, MessageId message) {
    var reason = Map.of("reason", "encrypted by the author for the reader");
    store.note(message, TimelineEvent.NOT_CHECKED, Note.of(reason));
  }
}
