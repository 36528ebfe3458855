package de.amtsbote.osci.client;

import de.amtsbote.osci.error.OsciException;
import de.amtsbote.osci.error.Rule;
import de.amtsbote.osci.model.ControlBlock;
import de.amtsbote.osci.model.FeatureDescription;
import de.amtsbote.osci.model.FeedbackCode;
import de.amtsbote.osci.wire.IncomingMessage;
import de.amtsbote.osci.wire.OutgoingMessage;
import java.io.IOException;
import java.util.function.Function;

/** The chain of challenges of an explicit dialog; it breaks with the first answer that is wrong. */
final class DialogLine {

  private final Exchange exchange;
  private final Orders orders;
  private String conversationId;
  private String challenge;
  private long sequence;
  private FeatureDescription peer;
  private boolean over;

  private DialogLine(Exchange exchange, Orders orders) {
    this.exchange = exchange;
    this.orders = orders;
  }

  static DialogLine open(Exchange exchange, Orders orders) throws IOException {
    var line = new DialogLine(exchange, orders);
    line.begin();
    return line;
  }

  /** A dialog that was begun before; the control block is what the next order has to say. */
  static DialogLine at(Exchange exchange, Orders orders, ControlBlock next) {
    var line = new DialogLine(exchange, orders);
    line.conversationId = next.conversationId();
    line.challenge = next.response();
    line.sequence = next.sequenceNumber();
    return line;
  }

  /** Leaves the dialog without a word and begins another one. */
  void begin() throws IOException {
    over = true;
    var order = orders.initDialog(ControlBlock.challenge(exchange.challenge()));
    try (var composed = exchange.compose(order);
        var answer = exchange.send(order, composed)) {
      OsciDialog.requireExecuted(answer);
      conversationId = required(answer.control().conversationId(), "ConversationId");
      challenge = required(answer.control().challenge(), "Challenge");
      peer = answer.features().orElse(null);
      sequence = 0;
      over = false;
    }
  }

  String conversationId() {
    return conversationId;
  }

  /** What the intermediary says it can do; null if it says nothing. */
  FeatureDescription peer() {
    return peer;
  }

  boolean isOver() {
    return over;
  }

  void leave() {
    over = true;
  }

  /** Ends the dialog, which confirms its last delivery. */
  void exit() throws IOException {
    try {
      send(orders::exitDialog).close();
    } finally {
      over = true;
    }
  }

  IncomingMessage send(Function<ControlBlock, OutgoingMessage> order) throws IOException {
    return send(order, false);
  }

  /** Sends an order whose answer is kept if it cannot be read. */
  IncomingMessage sendKeepingAnswer(Function<ControlBlock, OutgoingMessage> order)
      throws IOException {
    return send(order, true);
  }

  private IncomingMessage send(Function<ControlBlock, OutgoingMessage> order, boolean keeping)
      throws IOException {
    if (over) {
      throw new IllegalStateException("the dialog is over");
    }
    over = true;
    var message =
        order.apply(new ControlBlock(conversationId, sequence, challenge, exchange.challenge()));
    try (var composed = exchange.compose(message)) {
      return taken(
          keeping
              ? exchange.sendKeepingAnswer(message, composed)
              : exchange.send(message, composed));
    }
  }

  /** The dialog goes on only after an answer that is all right, and that lets it go on. */
  private IncomingMessage taken(IncomingMessage answer) {
    sequence++;
    challenge = answer.control().challenge();
    var feedback = answer.order().feedback();
    over =
        challenge == null || feedback == null || feedback.has(FeedbackCode.EXECUTED_DIALOG_CLOSED);
    return answer;
  }

  private static String required(String value, String name) throws OsciException {
    if (value == null || value.isEmpty()) {
      throw new OsciException(Rule.DIALOG_DATA, name);
    }
    return value;
  }
}
