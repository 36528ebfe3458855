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
import java.util.List;
import java.util.Optional;
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
  private final String conversationId;
  private String challenge;
  private long sequence;
  private boolean over;
  private ReceivedDelivery last;

  OsciDialog(Exchange exchange, Orders orders, ClientIdentity identity, ControlBlock opened)
      throws OsciException {
    this.exchange = exchange;
    this.orders = orders;
    this.identity = identity;
    this.conversationId = required(opened.conversationId(), "ConversationId");
    this.challenge = required(opened.challenge(), "Challenge");
  }

  /** Asks for a message id. */
  public MessageId messageId() throws IOException {
    try (var answer = send(orders.messageId(control()))) {
      return messageIdOf(answer);
    }
  }

  /** Sends a delivery. */
  public SendOutcome store(MessageId id, OutgoingDelivery delivery) {
    try (var answer = send(orders.store(control(), id, delivery))) {
      return Sending.outcome(answer);
    } catch (IOException e) {
      return new SendOutcome.Unclear(e);
    }
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
    var answer = sendKeepingAnswer(orders.fetch(control(), rule));
    if (answer.order().feedback().has(FeedbackCode.NO_DELIVERY)) {
      answer.close();
      return Optional.empty();
    }
    try {
      requireExecuted(answer);
      last = new ReceivedDelivery(answer, identity);
      return Optional.of(last);
    } catch (IOException e) {
      answer.close();
      throw e;
    }
  }

  /** Process cards that match a rule; no more than the limit. */
  public ProcessCards processCards(SelectionRule rule, int limit) throws IOException {
    try (var answer = send(orders.processCards(control(), rule, (long) limit))) {
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
    if (over || isUnconfirmed()) {
      over = true;
      return;
    }
    try {
      send(orders.exitDialog(control())).close();
    } catch (IOException e) {
      LOG.warn("dialog {} could not be ended, it will time out: {}", conversationId, e.toString());
    } finally {
      over = true;
    }
  }

  private boolean isUnconfirmed() {
    return last != null && !last.isConfirmed();
  }

  private ControlBlock control() {
    return new ControlBlock(conversationId, sequence, challenge, OsciClient.challenge());
  }

  private IncomingMessage send(OutgoingMessage order) throws IOException {
    requireOpen();
    over = true;
    try (var composed = exchange.compose(order)) {
      return taken(exchange.send(order, composed));
    }
  }

  private IncomingMessage sendKeepingAnswer(OutgoingMessage order) throws IOException {
    requireOpen();
    over = true;
    try (var composed = exchange.compose(order)) {
      return taken(exchange.sendKeepingAnswer(order, composed));
    }
  }

  private void requireOpen() {
    if (over) {
      throw new IllegalStateException("the dialog is over");
    }
    if (isUnconfirmed()) {
      throw new IllegalStateException("the delivery before is not confirmed");
    }
  }

  /** The dialog goes on only after an answer that is all right, and that lets it go on. */
  private IncomingMessage taken(IncomingMessage answer) {
    last = null;
    sequence++;
    challenge = answer.control().challenge();
    var feedback = answer.order().feedback();
    over =
        challenge == null || feedback == null || feedback.has(FeedbackCode.EXECUTED_DIALOG_CLOSED);
    return answer;
  }

  static MessageId messageIdOf(IncomingMessage answer) throws IOException {
    requireExecuted(answer);
    var id = answer.order().messageId();
    if (id == null) {
      throw new OsciException(Rule.STRUCTURE, "MessageId");
    }
    return id;
  }

  static void requireExecuted(IncomingMessage answer) throws IOException {
    var feedback = answer.order().feedback();
    if (!feedback.isExecuted()) {
      throw new FeedbackException(feedback);
    }
  }

  private static String required(String value, String name) throws OsciException {
    if (value == null || value.isEmpty()) {
      throw new OsciException(Rule.DIALOG_DATA, name);
    }
    return value;
  }
}
