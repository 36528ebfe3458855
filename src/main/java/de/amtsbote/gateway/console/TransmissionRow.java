package de.amtsbote.gateway.console;

import de.amtsbote.gateway.message.Transmission;
import de.amtsbote.gateway.message.TransmissionKind;
import de.amtsbote.gateway.message.TransmissionState;

/** A line of the hand-overs of a message. */
record TransmissionRow(
    TransmissionKind kind,
    String destination,
    TransmissionState state,
    String osciMessageId,
    String deliveryId,
    String sentAt,
    String receivedAt) {

  static TransmissionRow of(Transmission transmission, Times times) {
    return new TransmissionRow(
        transmission.kind(),
        transmission.destination(),
        transmission.state(),
        transmission.osciMessageId(),
        transmission.id().toString(),
        times.text(transmission.sentAt()),
        times.text(transmission.card().received()));
  }
}
