package de.amtsbote.gateway.operations.control;

import de.amtsbote.gateway.message.CardTimes;
import de.amtsbote.gateway.message.Transmission;
import de.amtsbote.gateway.message.TransmissionKind;
import de.amtsbote.gateway.message.TransmissionState;
import java.time.Instant;

/**
 * A hand-over with its process card.
 *
 * @param deliveryId the same for every attempt
 */
record HandOver(
    String deliveryId,
    TransmissionKind kind,
    String destination,
    TransmissionState state,
    String osciMessageId,
    int attempts,
    Instant sentAt,
    CardTimes processCard,
    String lastCode) {

  static HandOver of(Transmission transmission) {
    return new HandOver(
        transmission.id().toString(),
        transmission.kind(),
        transmission.destination(),
        transmission.state(),
        transmission.osciMessageId(),
        transmission.attempts(),
        transmission.sentAt(),
        transmission.card(),
        transmission.lastCode());
  }
}
