package de.amtsbote.gateway.route.worker;

import de.amtsbote.gateway.message.MessageId;
import de.amtsbote.gateway.message.MessageState;
import de.amtsbote.gateway.message.MessageStore;
import de.amtsbote.gateway.message.Note;
import de.amtsbote.gateway.message.Transmission;
import de.amtsbote.gateway.message.TransmissionState;
import de.amtsbote.gateway.message.TransmissionStore;
import java.util.List;
import java.util.Map;
import org.springframework.transaction.support.TransactionTemplate;

/** What the end of a route means for its message: the end of the route is the commit. */
final class Settlement {

  private final MessageStore messages;
  private final TransmissionStore transmissions;
  private final TransactionTemplate transaction;

  Settlement(
      MessageStore messages, TransmissionStore transmissions, TransactionTemplate transaction) {
    this.messages = messages;
    this.transmissions = transmissions;
    this.transaction = transaction;
  }

  /**
   * Moves the message to where its hand-overs are: delivered when all receivers have it, sent while
   * a receipt is awaited, completed when the route handed it over by other means.
   */
  void settle(MessageId id, String route) {
    transaction.executeWithoutResult(
        status -> {
          var state = state(transmissions.current(id));
          if (messages.get(id).state().canMoveTo(state)) {
            messages.advance(id, state, Note.of(Map.of("route", route)));
          }
        });
  }

  private static MessageState state(List<Transmission> all) {
    if (all.isEmpty()) {
      return MessageState.COMPLETED;
    }
    return all.stream().allMatch(it -> it.state() == TransmissionState.DELIVERED)
        ? MessageState.DELIVERED
        : MessageState.SENT;
  }
}
