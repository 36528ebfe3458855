package de.amtsbote.gateway.delivery.xta;

import de.amtsbote.gateway.message.BegunHandOver;
import de.amtsbote.gateway.message.Intake;
import de.amtsbote.gateway.message.Message;
import de.amtsbote.gateway.message.MessageState;
import de.amtsbote.gateway.message.MessageStore;
import de.amtsbote.gateway.message.Note;
import de.amtsbote.gateway.message.TimelineEvent;
import de.amtsbote.gateway.message.Transmission;
import de.amtsbote.gateway.message.TransmissionStore;
import de.amtsbote.gateway.message.answer.Answers;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.transaction.support.TransactionTemplate;

/** Enters what was sent to XTA servers, and what came back, into the store. */
final class SendingBook {

  private final MessageStore messages;
  private final TransmissionStore transmissions;
  private final Answers answers;
  private final TransactionTemplate transaction;
  private final Clock clock;
  private final Duration firstReport;
  private final XtaAnswerStore answerIds;

  SendingBook(
      MessageStore messages,
      TransmissionStore transmissions,
      Answers answers,
      TransactionTemplate transaction,
      Clock clock,
      Duration firstReport,
      XtaAnswerStore answerIds) {
    this.messages = messages;
    this.transmissions = transmissions;
    this.answers = answers;
    this.transaction = transaction;
    this.clock = clock;
    this.firstReport = firstReport;
    this.answerIds = answerIds;
  }

  /** Keeps the id; false when another node has kept one already. */
  boolean reserved(Transmission transmission, String id) {
    return Boolean.TRUE.equals(
        transaction.execute(
            status -> {
              // the message before its hand-over, as everybody who writes both
              messages.note(
                  transmission.messageId(), TimelineEvent.RESERVED, note(transmission, id));
              if (transmissions.reserve(transmission.id(), id)) {
                return true;
              }
              status.setRollbackOnly();
              return false;
            }));
  }

  /**
   * The server has it; its transport report is asked for from now on.
   *
   * @param attempt that brought it there; empty when that was found out later
   */
  void sent(Transmission transmission, String id, Optional<BegunHandOver> attempt) {
    var message = transmission.messageId();
    var next = clock.instant().plus(firstReport);
    transaction.executeWithoutResult(
        status -> {
          messages.note(message, TimelineEvent.HANDED_OVER, note(transmission, id));
          attempt.ifPresentOrElse(
              it -> transmissions.sent(it, next),
              () -> transmissions.sent(transmission.id(), next));
          messages.advance(message, MessageState.SENT, note(transmission, id));
        });
  }

  /** Begins to take an answer. */
  Intake intake() {
    return messages.intake();
  }

  /**
   * The reader has it and has answered. An answer that the mailbox brought in the meantime is kept
   * already.
   *
   * @param answerId under which the mailbox has the answer
   */
  void answered(
      Message question,
      Transmission transmission,
      BegunHandOver attempt,
      String id,
      String answerId,
      Intake answer) {
    try {
      enter(question, transmission, attempt, id, answerId, answer);
    } catch (DuplicateKeyException e) {
      // the mailbox was faster by a moment
      enter(question, transmission, attempt, id, answerId, answer);
    }
  }

  private void enter(
      Message question,
      Transmission transmission,
      BegunHandOver attempt,
      String id,
      String answerId,
      Intake answer) {
    var server = transmission.destination();
    transaction.executeWithoutResult(
        status -> {
          if (!answerIds.has(question.tenant(), server, answerId)) {
            var key = transmission.id().toString();
            var receipt = answers.keep(question, answer, "xta:" + server, key);
            answerIds.add(question.tenant(), server, answerId, receipt.id());
          }
          messages.note(question.id(), TimelineEvent.HANDED_OVER, note(transmission, id));
          transmissions.delivered(attempt);
        });
  }

  private static Note note(Transmission transmission, String id) {
    return Note.of(Map.of("server", transmission.destination(), "xtaMessageId", id));
  }
}
