package de.amtsbote.gateway.delivery.drop;

import de.amtsbote.gateway.delivery.mailbox.ExpectedAnswers;
import de.amtsbote.gateway.message.GatewayException;
import de.amtsbote.gateway.message.ReceiptStore;
import de.amtsbote.gateway.message.TransmissionState;
import de.amtsbote.gateway.message.TransmissionStore;
import de.amtsbote.gateway.message.gate.Gates;
import java.time.Clock;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.dao.DataAccessException;

/** The folders of all deliveries whose procedures answer. */
final class Drops {

  private static final Set<TransmissionState> ENDED =
      EnumSet.of(TransmissionState.SENT, TransmissionState.DELIVERED);

  private final Map<String, DropPlaces> places = new ConcurrentHashMap<>();
  private final ExpectedAnswers answers;
  private final TransmissionStore transmissions;
  private final ReceiptStore receipts;
  private final Clock clock;

  Drops(
      ExpectedAnswers answers,
      TransmissionStore transmissions,
      ReceiptStore receipts,
      Clock clock) {
    this.transmissions = transmissions;
    this.receipts = receipts;
    this.clock = clock;
    this.answers = answers;
  }

  FileDrop make(String name, DropPlaces place, boolean twoStep) {
    if (!twoStep) {
      return new FileDrop(name, place, false, clock, this::isOpen);
    }
    places.put(name, place);
    return new AnsweredDrop(name, place, answers, clock, this::isOpen);
  }

  AnswerLook look(String name, Gates gates) {
    return new AnswerLook(name, places.get(name), answers, receipts, gates, clock);
  }

  /**
   * Whatever nobody knows, or has ended well, is not tried again; what was replaced may come back
   * by a redirect.
   */
  boolean isOpen(String deliveryId) {
    try {
      return !ENDED.contains(transmissions.get(UUID.fromString(deliveryId)).state());
    } catch (IllegalArgumentException | GatewayException e) {
      return false;
    } catch (DataAccessException e) {
      // it is asked for again with the next sweep
      return true;
    }
  }
}
