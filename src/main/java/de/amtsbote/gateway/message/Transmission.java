package de.amtsbote.gateway.message;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;

/**
 * One hand-over of a message to one receiver (Übermittlung).
 *
 * @param id also the stable delivery id: the same for every attempt
 * @param destination logical name of partner or Fachverfahren
 * @param osciMessageId reserved before sending; null before and for other kinds
 * @param sentAt when the intermediary took it; null before
 * @param card the process card as last seen
 * @param nextCheckAt when the receipt is asked for next; null when not waiting for it
 * @param checks how often the receipt was asked for
 * @param lastCode code of the last error; null without
 * @param intermediary key of who gave the OSCI message id; null before and for other kinds
 */
public record Transmission(
    UUID id,
    MessageId messageId,
    TransmissionKind kind,
    String destination,
    TransmissionState state,
    String osciMessageId,
    int attempts,
    Instant createdAt,
    Instant sentAt,
    CardTimes card,
    Instant nextCheckAt,
    int checks,
    String lastCode,
    Long intermediary) {

  private static final Set<TransmissionState> LEFT =
      EnumSet.of(TransmissionState.SENDING, TransmissionState.SENT, TransmissionState.DELIVERED);

  /** True when nothing is left to be sent: the receiver has it, or whoever keeps it for him. */
  public boolean isSent() {
    return state == TransmissionState.SENT || state == TransmissionState.DELIVERED;
  }

  /** True when the receiver has it, or may have it. */
  public boolean mayHaveArrived() {
    return LEFT.contains(state);
  }
}
