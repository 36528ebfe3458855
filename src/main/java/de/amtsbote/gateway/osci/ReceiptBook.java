package de.amtsbote.gateway.osci;

import de.amtsbote.gateway.message.HandOvers;
import de.amtsbote.gateway.message.MessageStore;
import de.amtsbote.gateway.message.Note;
import de.amtsbote.gateway.message.ReceiptPace;
import de.amtsbote.gateway.message.ReceiptStore;
import de.amtsbote.gateway.message.TimelineEvent;
import de.amtsbote.gateway.message.Transmission;
import de.amtsbote.gateway.message.TransmissionStore;
import de.amtsbote.osci.model.ProcessCardBundle;
import de.amtsbote.osci.order.ProcessCardDocument;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.transaction.support.TransactionTemplate;

/** Enters process cards, and what follows from them, into the store. */
final class ReceiptBook {

  private final MessageStore messages;
  private final TransmissionStore transmissions;
  private final ReceiptStore receipts;
  private final HandOvers handOvers;
  private final TransactionTemplate transaction;
  private final Clock clock;
  private final ReceiptPace pace;

  ReceiptBook(
      MessageStore messages,
      TransmissionStore transmissions,
      ReceiptStore receipts,
      HandOvers handOvers,
      TransactionTemplate transaction,
      Clock clock,
      ReceiptPace pace) {
    this.messages = messages;
    this.transmissions = transmissions;
    this.receipts = receipts;
    this.handOvers = handOvers;
    this.transaction = transaction;
    this.clock = clock;
    this.pace = pace;
  }

  /**
   * Enters a card.
   *
   * @param card null when the intermediary has none, which is asked for again
   * @param asked when it was asked for
   */
  void enter(Transmission transmission, ProcessCardBundle card, Instant asked) {
    if (card == null) {
      later(transmission);
    } else if (card.card().reception() == null) {
      receipts.seen(
          transmission.id(),
          Cards.times(card),
          ProcessCardDocument.write(card),
          asked,
          clock.instant().plus(pace.next(transmission)));
    } else {
      transaction.executeWithoutResult(status -> received(transmission, card, asked));
    }
  }

  /** Asks again later, the later the more often it was in vain. */
  void later(Transmission transmission) {
    receipts.checkLater(transmission.id(), pace.next(transmission));
  }

  private void received(Transmission transmission, ProcessCardBundle card, Instant asked) {
    var id = transmission.messageId();
    // the message before its hand-over, as everybody who writes both
    messages.note(id, TimelineEvent.RECEIPT, note(transmission, card));
    receipts.seen(
        transmission.id(), Cards.times(card), ProcessCardDocument.write(card), asked, null);
    transmissions.delivered(transmission.id());
    handOvers.received(id, note(transmission, card));
  }

  private static Note note(Transmission transmission, ProcessCardBundle card) {
    var details = new LinkedHashMap<String, String>();
    details.put("partner", OsciDestination.parse(transmission.destination()).partner());
    details.put("osciMessageId", transmission.osciMessageId());
    var times = Cards.times(card);
    put(details, "creation", times.created());
    put(details, "forwarding", times.forwarded());
    put(details, "reception", times.received());
    return Note.of(details);
  }

  private static void put(Map<String, String> details, String key, Object value) {
    if (value != null) {
      details.put(key, value.toString());
    }
  }
}
