package de.amtsbote.osci.client;

import de.amtsbote.osci.error.OsciException;
import de.amtsbote.osci.model.Feedback;
import de.amtsbote.osci.model.FeedbackCode;
import de.amtsbote.osci.transport.TransportException;
import de.amtsbote.osci.wire.ComposedMessage;
import de.amtsbote.osci.wire.IncomingMessage;
import de.amtsbote.osci.wire.OutgoingMessage;
import java.io.IOException;

/** Tells what became of a delivery from everything that can happen while it is sent. */
final class Sending {

  private final Exchange exchange;

  Sending(Exchange exchange) {
    this.exchange = exchange;
  }

  SendOutcome send(OutgoingMessage order) {
    try (var composed = exchange.compose(order)) {
      return send(order, composed);
    } catch (OsciException e) {
      return e.error().isPermanent() ? new SendOutcome.Rejected(e) : new SendOutcome.Postponed(e);
    }
  }

  private SendOutcome send(OutgoingMessage order, ComposedMessage composed) {
    try (var answer = exchange.send(order, composed)) {
      return outcome(answer);
    } catch (TransportException e) {
      return e.fate() == TransportException.Fate.UNCLEAR
          ? new SendOutcome.Unclear(e)
          : new SendOutcome.Postponed(e);
    } catch (IOException e) {
      return new SendOutcome.Unclear(e);
    }
  }

  static SendOutcome outcome(IncomingMessage answer) {
    Feedback feedback = answer.order().feedback();
    if (feedback.isExecuted()) {
      return new SendOutcome.Accepted(feedback, answer.order().processCard());
    }
    var refusal = new FeedbackException(feedback);
    // a used id may have been used by our own attempt before
    if (feedback.has(FeedbackCode.MESSAGE_ID_UNKNOWN)) {
      return new SendOutcome.Unclear(refusal);
    }
    return refusal.isTransient()
        ? new SendOutcome.Postponed(refusal)
        : new SendOutcome.Rejected(refusal);
  }
}
