package de.amtsbote.gateway.delivery.mailbox;

import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.GatewayException;
import de.amtsbote.gateway.message.HandOvers;
import de.amtsbote.gateway.message.MessageId;
import de.amtsbote.gateway.message.MessageState;
import de.amtsbote.gateway.message.MessageStore;
import de.amtsbote.gateway.message.Note;
import de.amtsbote.gateway.message.TransmissionStore;
import java.util.Map;
import java.util.UUID;

/** What all that readers said means for their message, once its route has ended. */
final class Outcome {

  private final AcknowledgementStore acknowledgements;
  private final MessageStore messages;
  private final TransmissionStore transmissions;
  private final HandOvers handOvers;

  Outcome(
      AcknowledgementStore acknowledgements,
      MessageStore messages,
      TransmissionStore transmissions,
      HandOvers handOvers) {
    this.handOvers = handOvers;
    this.acknowledgements = acknowledgements;
    this.messages = messages;
    this.transmissions = transmissions;
  }

  /** The reader of this hand-over has it. */
  void received(UUID delivery) {
    transmissions.delivered(delivery);
  }

  /**
   * Moves a message on: delivered when the last receiver has it, and then as {@link #conclude}
   * does. The caller holds the lock of the message.
   */
  void settle(MessageId id, String actor) {
    handOvers.received(id, Note.by(actor, Map.of()));
    conclude(id, actor);
  }

  /**
   * When the readers of all its mailboxes have spoken, a delivered message is completed or, where
   * one of them refused it, rejected. The caller holds the lock of the message.
   */
  void conclude(MessageId id, String actor) {
    var said = acknowledgements.outcomes(id);
    if (said.isEmpty()
        || said.contains(null)
        || messages.get(id).state() != MessageState.DELIVERED) {
      return;
    }
    if (said.contains(ProcessingStatus.REJECTED)) {
      messages.reject(
          id,
          new GatewayException(
              ErrorCode.REJECTED_BY_READER, acknowledgements.rejection(id).orElse("")));
    } else {
      messages.move(id, MessageState.COMPLETED, Note.by(actor, Map.of()));
    }
  }
}
