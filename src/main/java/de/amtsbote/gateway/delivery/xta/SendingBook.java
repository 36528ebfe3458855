package de.amtsbote.gateway.delivery.xta;

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
import org.springframework.transaction.support.TransactionTemplate;

/** Enters what was sent to XTA servers, and what came back, into the store. */
final class SendingBook {

  private final MessageStore messages;
  private final TransmissionStore transmissions;
  private final Answers answers;
  private final TransactionTemplate transaction;
  private final Clock clock;
  private final Duration firstReport;

  SendingBook(
      MessageStore messages,
      TransmissionStore transmissions,
      Answers answers,
      TransactionTemplate transaction,
      Clock clock,
      Duration firstReport) {
    this.messages = messages;
    this.transmissions = transmissions;
    this.answers = answers;
    this.transaction = transaction;
    this.clock = clock;
    this.firstReport = firstReport;
  }

  /** Keeps the id; false when another node has kept one already. */
  boolean reserved(Transmission transmission, String id) {
    return Boolean.TRUE.equals(
        transaction.execute(
            status -> {
              if (!transmissions.reserve(transmission.id(), id)) {
                return false;
              }
              messages.note(
                  transmission.messageId(), TimelineEvent.RESERVED, note(transmission, id));
              return true;
            }));
  }

  /** The server has it; its transport report is asked for from now on. */
  void sent(Transmission transmission, String id) {
    var message = transmission.messageId();
    transaction.executeWithoutResult(
        status -> {
          messages.lock(message);
          transmissions.sent(transmission.id(), clock.instant().plus(firstReport));
          messages.note(message, TimelineEvent.HANDED_OVER, note(transmission, id));
          messages.advance(message, MessageState.SENT, note(transmission, id));
        });
  }

  /** Begins to take an answer. */
  Intake intake() {
    return messages.intake();
  }

  /** The reader has it and has answered. */
  void answered(Message question, Transmission transmission, String id, Intake answer) {
    transaction.executeWithoutResult(
        status -> {
          answers.keep(
              question, answer, "xta:" + transmission.destination(), transmission.id().toString());
          messages.lock(question.id());
          transmissions.delivered(transmission.id());
          messages.note(question.id(), TimelineEvent.HANDED_OVER, note(transmission, id));
        });
  }

  private static Note note(Transmission transmission, String id) {
    return Note.of(Map.of("server", transmission.destination(), "xtaMessageId", id));
  }
}
