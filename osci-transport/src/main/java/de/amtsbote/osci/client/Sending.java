package de.amtsbote.osci.client;

import de.amtsbote.osci.error.OsciException;
import de.amtsbote.osci.model.Feedback;
import de.amtsbote.osci.model.FeedbackCode;
import de.amtsbote.osci.model.MessageId;
import de.amtsbote.osci.transport.TransportException;
import de.amtsbote.osci.wire.ComposedMessage;
import de.amtsbote.osci.wire.IncomingMessage;
import de.amtsbote.osci.wire.OutgoingMessage;
import java.io.IOException;

/** Tells what became of a delivery from everything that can happen while it is sent. */
final class Sending {

  private final Exchange exchange;
  private final Orders orders;
  private final Chunking chunking;

  Sending(Exchange exchange, Orders orders, Chunking chunking) {
    this.exchange = exchange;
    this.orders = orders;
    this.chunking = chunking;
  }

  /** Sends a storeDelivery, in chunks if it is large. */
  SendOutcome store(OutgoingMessage order, MessageId id, OutgoingDelivery delivery) {
    try (var composed = exchange.compose(order)) {
      return composed.length() > chunking.above()
          ? large(order, id, delivery, composed)
          : send(order, composed);
    } catch (OsciException e) {
      return failed(e);
    }
  }

  SendOutcome send(OutgoingMessage order) {
    try (var composed = exchange.compose(order)) {
      return send(order, composed);
    } catch (OsciException e) {
      return failed(e);
    }
  }

  private static SendOutcome failed(OsciException e) {
    return e.error().isPermanent() ? new SendOutcome.Rejected(e) : new SendOutcome.Postponed(e);
  }

  /** In chunks, if the intermediary takes any; who does not know that yet asks by a dialog. */
  private SendOutcome large(
      OutgoingMessage order, MessageId id, OutgoingDelivery delivery, ComposedMessage composed) {
    if (exchange.peer() == null) {
      try {
        DialogLine.open(exchange, orders).exit();
      } catch (IOException e) {
        return new SendOutcome.Postponed(e);
      }
    }
    var peer = exchange.peer();
    if (peer == null || !peer.supportsChunks()) {
      return send(order, composed);
    }
    var outcome = inChunks(id, delivery, composed);
    return outcome instanceof SendOutcome.Rejected rejected
            && rejected.why() instanceof FeedbackException refusal
            && Chunking.isUnfit(refusal.feedback())
        ? send(order, composed)
        : outcome;
  }

  private SendOutcome inChunks(MessageId id, OutgoingDelivery delivery, ComposedMessage composed) {
    try {
      return new ChunkedSending(exchange, orders, chunking, id, delivery.addressee())
          .send(composed);
    } catch (TransportException e) {
      return new SendOutcome.Postponed(e);
    } catch (IOException e) {
      return new SendOutcome.Unclear(e);
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
    return outcome(answer.order().feedback(), answer);
  }

  /** What feedback means for the delivery; an accepted one has the process card of the answer. */
  static SendOutcome outcome(Feedback feedback, IncomingMessage answer) {
    return feedback.isExecuted()
        ? new SendOutcome.Accepted(feedback, answer.order().processCard())
        : refused(new FeedbackException(feedback));
  }

  static SendOutcome refused(FeedbackException refusal) {
    // a used id may have been used by our own attempt before
    if (refusal.feedback().has(FeedbackCode.MESSAGE_ID_UNKNOWN)) {
      return new SendOutcome.Unclear(refusal);
    }
    return refusal.isTransient()
        ? new SendOutcome.Postponed(refusal)
        : new SendOutcome.Rejected(refusal);
  }
}
