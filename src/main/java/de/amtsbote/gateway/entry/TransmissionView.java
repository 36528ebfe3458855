package de.amtsbote.gateway.entry;

import de.amtsbote.gateway.message.Transmission;
import de.amtsbote.gateway.message.TransmissionKind;
import de.amtsbote.gateway.message.TransmissionState;
import java.time.Instant;

/** A hand-over as callers see it. */
record TransmissionView(
    TransmissionKind kind,
    String destination,
    TransmissionState state,
    String deliveryId,
    String osciMessageId,
    String xtaMessageId,
    int attempts,
    Instant sentAt,
    Instant cardCreatedAt,
    Instant cardForwardedAt,
    Instant cardReceivedAt) {

  static TransmissionView of(Transmission transmission) {
    var isXta = transmission.kind() == TransmissionKind.XTA;
    return new TransmissionView(
        transmission.kind(),
        transmission.destination(),
        transmission.state(),
        transmission.id().toString(),
        isXta ? null : transmission.osciMessageId(),
        isXta ? transmission.osciMessageId() : null,
        transmission.attempts(),
        transmission.sentAt(),
        transmission.card().created(),
        transmission.card().forwarded(),
        transmission.card().received());
  }
}
