package de.amtsbote.gateway.delivery.drop;

import de.amtsbote.gateway.delivery.mailbox.ExpectedAnswers;
import de.amtsbote.gateway.message.ReceiptStore;
import de.amtsbote.gateway.message.gate.Gates;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The folders of all deliveries whose procedures answer. */
final class Drops {

  private final Map<String, DropPlaces> places = new ConcurrentHashMap<>();
  private final ExpectedAnswers answers;
  private final ReceiptStore receipts;
  private final Clock clock;

  Drops(ExpectedAnswers answers, ReceiptStore receipts, Clock clock) {
    this.receipts = receipts;
    this.clock = clock;
    this.answers = answers;
  }

  FileDrop make(String name, DropPlaces place, boolean twoStep) {
    if (!twoStep) {
      return new FileDrop(name, place, false, clock);
    }
    places.put(name, place);
    return new AnsweredDrop(name, place, answers, clock);
  }

  AnswerLook look(String name, Gates gates) {
    return new AnswerLook(name, places.get(name), answers, receipts, gates, clock);
  }
}
