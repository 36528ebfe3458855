package de.amtsbote.gateway.entry.xta;

import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.GatewayException;
import de.amtsbote.gateway.message.MessageState;
import de.amtsbote.gateway.message.MessageStore;
import de.amtsbote.gateway.message.Note;
import de.amtsbote.gateway.xta.XtaError;
import de.amtsbote.gateway.xta.XtaException;
import java.time.Clock;
import java.util.Map;

/** Takes messages back whose time has not come. */
final class Cancellation {

  private final MessageStore store;
  private final Clock clock;

  Cancellation(MessageStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /**
   * Takes a message back; once it is, again does nothing.
   *
   * @throws XtaException 9100 or 9101
   */
  void cancel(XtaAccount account, XtaRecord message) {
    if (message.notBefore() == null) {
      throw new XtaException(XtaError.CANCEL_NOT_AGREED, "the order had no NotBefore");
    }
    var state = store.get(message.id()).state();
    if (state == MessageState.CANCELLED) {
      return;
    }
    if (!clock.instant().isBefore(message.notBefore()) || state != MessageState.RECEIVED) {
      throw tooLate();
    }
    try {
      store.move(
          message.id(),
          MessageState.CANCELLED,
          Note.by("account:" + account.name(), Map.of("operation", "cancelMessage")));
    } catch (GatewayException e) {
      throw e.code() == ErrorCode.TRANSITION_ILLEGAL ? tooLate() : e;
    }
  }

  private static XtaException tooLate() {
    return new XtaException(XtaError.CANCEL_TOO_LATE, "the message is on its way");
  }
}
