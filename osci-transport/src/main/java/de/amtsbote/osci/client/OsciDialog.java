package de.amtsbote.osci.client;

import de.amtsbote.osci.error.OsciException;
import de.amtsbote.osci.error.Rule;
import de.amtsbote.osci.model.ControlBlock;
import de.amtsbote.osci.model.FeedbackCode;
import de.amtsbote.osci.model.MessageId;
import de.amtsbote.osci.model.SelectionRule;
import de.amtsbote.osci.wire.IncomingMessage;
import de.amtsbote.osci.wire.OutgoingMessage;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An explicit dialog. Every order in it tells the intermediary that the delivery before arrived, so
 * no order goes out while a fetched delivery is not confirmed, or after an answer that could not be
 * read: the dialog is then left to time out (OSCI-Transport 1.2, K§4.2.6). For one thread.
 */
public final class OsciDialog implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(OsciDialog.class);

  private final Exchange exchange;
  private final Orders orders;
  private final ClientIdentity identity;
  private final DialogLine line;
  private final Chunking chunking;
  private Confirmation last;

  OsciDialog(
      Exchange exchange,
      Orders orders,
      ClientIdentity identity,
      DialogLine line,
      Chunking chunking) {
    this.exchange = exchange;
    this.orders = orders;
    this.identity = identity;
    this.line = line;
    this.chunking = chunking;
  }

  /** Asks for a message id. */
  public MessageId messageId() throws IOException {
    try (var answer = send(orders::messageId)) {
      return messageIdOf(answer);
    }
  }

  /** Sends a delivery; always whole. */
  public SendOutcome store(MessageId id, OutgoingDelivery delivery) {
    return outcome(control -> orders.store(control, id, delivery));
  }

  /** Sends a delivery that the intermediary shall bring to a passive recipient. */
  public SendOutcome forward(MessageId id, URI recipient, OutgoingDelivery delivery) {
    return outcome(control -> orders.forward(control, id, recipient, delivery));
  }

  private SendOutcome outcome(Function<ControlBlock, OutgoingMessage> order) {
    try (var answer = send(order)) {
      return Sending.outcome(answer);
    } catch (IOException e) {
      return new SendOutcome.Unclear(e);
    }
  }

  /**
   * Sends a delivery to a passive recipient and waits for its reply; the caller closes it.
   *
   * @param id null: without process cards, and the reply needs no confirmation
   * @throws FeedbackException if there is no reply, with 9805 to 9810
   */
  public MediatedReply mediate(MessageId id, URI recipient, OutgoingDelivery delivery)
      throws IOException {
    requireConfirmed();
    var answer =
        line.sendKeepingAnswer(control -> orders.mediate(control, id, recipient, delivery));
    last = null;
    try {
      requireExecuted(answer);
    } catch (FeedbackException e) {
      answer.close();
      throw e;
    }
    var confirmation = new Confirmation();
    last = id == null ? null : confirmation;
    return new MediatedReply(answer, identity, confirmation);
  }

  /** The oldest delivery that was not received yet; empty if there is none. */
  public Optional<ReceivedDelivery> next() throws IOException {
    return fetch(null);
  }

  /**
   * A delivery that matches a rule; null means the oldest unread one. The caller closes it.
   *
   * @throws BrokenAnswerException if the answer cannot be read; the dialog is over then
   */
  public Optional<ReceivedDelivery> fetch(SelectionRule rule) throws IOException {
    requireConfirmed();
    var answer = inChunks() ? chunked(rule) : Optional.of(whole(rule));
    last = null;
    return answer.isEmpty() ? Optional.empty() : received(answer.get());
  }

  private boolean inChunks() {
    return chunking.applies() && line.peer() != null && line.peer().supportsChunks();
  }

  private Optional<IncomingMessage> chunked(SelectionRule rule) throws IOException {
    try {
      return new ChunkedFetch(exchange, orders, line, chunking).fetch(rule);
    } catch (FeedbackException e) {
      if (!Chunking.isUnfit(e.feedback())) {
        throw e;
      }
      if (line.isOver()) {
        line.begin();
      }
      return Optional.of(whole(rule));
    } catch (IOException e) {
      line.leave();
      throw e;
    }
  }

  private IncomingMessage whole(SelectionRule rule) throws IOException {
    return line.sendKeepingAnswer(control -> orders.fetch(control, rule));
  }

  private Optional<ReceivedDelivery> received(IncomingMessage answer) throws FeedbackException {
    if (answer.order().feedback().has(FeedbackCode.NO_DELIVERY)) {
      answer.close();
      return Optional.empty();
    }
    try {
      requireExecuted(answer);
    } catch (FeedbackException e) {
      answer.close();
      throw e;
    }
    last = new Confirmation();
    return Optional.of(new ReceivedDelivery(answer, identity, last));
  }

  /** Process cards that match a rule; no more than the limit. */
  public ProcessCards processCards(SelectionRule rule, int limit) throws IOException {
    try (var answer = send(control -> orders.processCards(control, rule, (long) limit))) {
      var feedback = answer.order().feedback();
      if (feedback.has(FeedbackCode.NO_PROCESS_CARD)) {
        return new ProcessCards(List.of(), false);
      }
      requireExecuted(answer);
      return new ProcessCards(
          answer.order().processCards(), feedback.has(FeedbackCode.MORE_PROCESS_CARDS));
    }
  }

  /**
   * Ends the dialog, which confirms the last delivery; says nothing if that was not confirmed here.
   */
  @Override
  public void close() {
    if (line.isOver() || isUnconfirmed()) {
      line.leave();
      return;
    }
    try {
      line.exit();
    } catch (IOException e) {
      LOG.warn(
          "dialog {} could not be ended, it will time out: {}",
          line.conversationId(),
          e.toString());
    }
  }

  private boolean isUnconfirmed() {
    return last != null && !last.isGiven();
  }

  private IncomingMessage send(Function<ControlBlock, OutgoingMessage> order) throws IOException {
    requireConfirmed();
    var answer = line.send(order);
    last = null;
    return answer;
  }

  private void requireConfirmed() {
    if (isUnconfirmed()) {
      throw new IllegalStateException("the delivery before is not confirmed");
    }
  }

  static MessageId messageIdOf(IncomingMessage answer) throws IOException {
    requireExecuted(answer);
    var id = answer.order().messageId();
    if (id == null) {
      throw new OsciException(Rule.STRUCTURE, "MessageId");
    }
    return id;
  }

  static void requireExecuted(IncomingMessage answer) throws FeedbackException {
    var feedback = answer.order().feedback();
    if (!feedback.isExecuted()) {
      throw new FeedbackException(feedback);
    }
  }
}
