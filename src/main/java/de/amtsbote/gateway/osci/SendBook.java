package de.amtsbote.gateway.osci;

import de.amtsbote.gateway.directory.Intermediary;
import de.amtsbote.gateway.message.BegunHandOver;
import de.amtsbote.gateway.message.MessageState;
import de.amtsbote.gateway.message.MessageStore;
import de.amtsbote.gateway.message.Note;
import de.amtsbote.gateway.message.ReceiptStore;
import de.amtsbote.gateway.message.TimelineEvent;
import de.amtsbote.gateway.message.Transmission;
import de.amtsbote.gateway.message.TransmissionStore;
import de.amtsbote.osci.model.MessageId;
import de.amtsbote.osci.model.ProcessCardBundle;
import de.amtsbote.osci.order.ProcessCardDocument;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Enters into the store what happens on the way to an intermediary. Whoever writes a message and
 * its hand-over in one transaction begins with the message, so that no two wait for each other.
 */
final class SendBook {

  private final MessageStore messages;
  private final TransmissionStore transmissions;
  private final ReceiptStore receipts;
  private final KnownIntermediaryStore known;
  private final TransactionTemplate transaction;
  private final Clock clock;
  private final Duration firstCheck;

  SendBook(
      MessageStore messages,
      TransmissionStore transmissions,
      ReceiptStore receipts,
      KnownIntermediaryStore known,
      TransactionTemplate transaction,
      Clock clock,
      Duration firstCheck) {
    this.messages = messages;
    this.transmissions = transmissions;
    this.receipts = receipts;
    this.known = known;
    this.transaction = transaction;
    this.clock = clock;
    this.firstCheck = firstCheck;
  }

  /** Keeps an id with who gave it; false when another node has just kept one. */
  boolean reserved(
      OutgoingMessage message, Transmission transmission, Intermediary from, MessageId id) {
    var key = known.keep(from);
    return transaction.execute(
        status -> {
          messages.note(message.id(), TimelineEvent.RESERVED, note(message, from, id));
          if (transmissions.reserve(transmission.id(), id.value(), key)) {
            return true;
          }
          status.setRollbackOnly();
          return false;
        });
  }

  /**
   * The intermediary has the message.
   *
   * @param attempt that brought it there; empty when that was found out later
   */
  void sent(
      OutgoingMessage message,
      Transmission transmission,
      Intermediary where,
      MessageId id,
      Optional<ProcessCardBundle> card,
      Optional<BegunHandOver> attempt) {
    var now = clock.instant();
    var nextCheck = now.plus(firstCheck);
    transaction.executeWithoutResult(
        status -> {
          messages.note(message.id(), TimelineEvent.HANDED_OVER, note(message, where, id));
          attempt.ifPresentOrElse(
              it -> transmissions.sent(it, nextCheck),
              () -> transmissions.sent(transmission.id(), nextCheck));
          card.ifPresent(
              it ->
                  receipts.seen(
                      transmission.id(),
                      Cards.times(it),
                      ProcessCardDocument.write(it),
                      now,
                      nextCheck));
          messages.advance(message.id(), MessageState.SENT, note(message, where, id));
        });
  }

  private static Note note(OutgoingMessage message, Intermediary intermediary, MessageId id) {
    return Note.of(
        Map.of(
            "partner", message.partner().name(),
            "intermediary", intermediary.name(),
            "osciMessageId", id.value()));
  }
}
