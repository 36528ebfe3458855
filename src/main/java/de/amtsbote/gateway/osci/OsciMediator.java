package de.amtsbote.gateway.osci;

import de.amtsbote.gateway.message.MessageId;
import de.amtsbote.gateway.message.TransmissionKind;
import de.amtsbote.gateway.message.TransmissionState;
import de.amtsbote.gateway.message.TransmissionStore;
import de.amtsbote.gateway.message.correlation.CorrelationStore;
import java.util.Optional;

/**
 * Sends a message to a partner who answers at once (mediateDelivery, OSCI-Transport 1.2, K§5). The
 * reply is stored before the intermediary is told that it arrived; after a crash in between it
 * waits in the mailbox of the own identity.
 */
public final class OsciMediator {

  private final OsciSender sender;
  private final OsciIdentities identities;
  private final TransmissionStore transmissions;
  private final CorrelationStore correlations;
  private final ReplyIntake replies;

  OsciMediator(
      OsciSender sender,
      OsciIdentities identities,
      TransmissionStore transmissions,
      CorrelationStore correlations,
      ReplyIntake replies) {
    this.sender = sender;
    this.identities = identities;
    this.transmissions = transmissions;
    this.correlations = correlations;
    this.replies = replies;
  }

  /**
   * What became of it.
   *
   * @param osciMessageId under which it was sent
   * @param reply message that holds the reply; empty when the partner gave none at once
   */
  public record Mediated(String osciMessageId, Optional<MessageId> reply) {}

  /**
   * Sends the message, or does nothing when an earlier attempt did.
   *
   * @throws de.amtsbote.gateway.message.GatewayException of kind AB-4xxx
   * @throws de.amtsbote.gateway.message.gate.HeldBackException when the partner is paused or its
   *     intermediary is down
   */
  public Mediated mediate(OutgoingMessage message) {
    var identity = identities.name(message.identity());
    var destination = new OsciDestination(message.partner().name(), identity);
    var transmission =
        transmissions.open(message.id(), TransmissionKind.OSCI, destination.toString());
    if (transmission.isSent()) {
      return known(message, transmission.osciMessageId());
    }
    if (transmission.state() == TransmissionState.SENDING) {
      var id =
          sender.asked(
              message, identity, transmission, it -> mediation(message, it).settled(transmission));
      if (id.isPresent()) {
        return known(message, id.get());
      }
    }
    sender.requireAllowed(message);
    var movable = sender.movable(message, transmission);
    return sender.through(message, identity, movable, it -> mediation(message, it).send(movable));
  }

  private Mediation mediation(OutgoingMessage message, SendAttempt attempt) {
    return new Mediation(message, attempt, transmissions, replies);
  }

  private Mediated known(OutgoingMessage message, String osciMessageId) {
    var kept = correlations.repliesTo(message.id());
    return new Mediated(osciMessageId, kept.stream().findFirst());
  }
}
