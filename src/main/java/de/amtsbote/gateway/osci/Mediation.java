package de.amtsbote.gateway.osci;

import de.amtsbote.gateway.message.BegunHandOver;
import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.GatewayException;
import de.amtsbote.gateway.message.Transmission;
import de.amtsbote.gateway.message.TransmissionStore;
import de.amtsbote.gateway.osci.OsciMediator.Mediated;
import de.amtsbote.osci.client.FeedbackException;
import de.amtsbote.osci.client.OsciDialog;
import de.amtsbote.osci.model.FeedbackCode;
import de.amtsbote.osci.model.MessageId;
import de.amtsbote.osci.transport.TransportException;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;

/** One message on its way to a partner who answers at once, by one intermediary. */
final class Mediation {

  /** After these it may have arrived; a recipient may store it before something breaks there. */
  private static final Set<FeedbackCode> UNCLEAR =
      Set.of(
          FeedbackCode.RECIPIENT_INTERNAL_ERROR,
          FeedbackCode.FAILED_AFTER_RECIPIENT,
          FeedbackCode.EXECUTION_FAILED,
          FeedbackCode.ANSWER_SIGNATURE_INVALID);

  private final OutgoingMessage message;
  private final SendAttempt way;
  private final TransmissionStore transmissions;
  private final ReplyIntake replies;

  Mediation(
      OutgoingMessage message,
      SendAttempt way,
      TransmissionStore transmissions,
      ReplyIntake replies) {
    this.message = message;
    this.way = way;
    this.transmissions = transmissions;
    this.replies = replies;
  }

  /**
   * After an attempt of which nobody knows how it ended: whether the recipient has it.
   *
   * @return the OSCI message id; empty when it has to be sent
   * @throws GatewayException OSCI_REFUSED when nobody can say, since the id is used up
   */
  Optional<String> settled(Transmission transmission) throws IOException {
    var id = new MessageId(transmission.osciMessageId());
    var card = way.client().processCard(id);
    if (card.isPresent() && card.get().card().reception() == null) {
      throw new GatewayException(
          ErrorCode.OSCI_REFUSED,
          "nobody knows whether the recipient has it: the process card has no reception");
    }
    return card.map(it -> way.sent(transmission, id, card));
  }

  /** Sends it and stores what comes back. */
  Mediated send(Transmission transmission) throws IOException {
    var id = way.reserved(transmission);
    try (var dialog = way.client().openDialog()) {
      var attempt =
          id.flatMap(it -> transmissions.sending(transmission.id(), it.value()))
              .orElseThrow(() -> way.unclear(null));
      return exchange(transmission, attempt, dialog, id.get());
    }
  }

  private Mediated exchange(
      Transmission transmission, BegunHandOver attempt, OsciDialog dialog, MessageId id) {
    try (var reply = dialog.mediate(id, message.recipient(), way.delivery())) {
      var kept = replies.keep(message, reply);
      if (kept.isPresent()) {
        reply.confirm();
      }
      way.sent(transmission, attempt, id, reply.requestCard());
      return new Mediated(id.value(), kept);
    } catch (FeedbackException e) {
      return refused(transmission, attempt, id, e);
    } catch (IOException e) {
      var error = OsciFailures.of(way.intermediary().name(), e);
      if (e instanceof TransportException transport
          && transport.fate() != TransportException.Fate.UNCLEAR) {
        transmissions.notSent(attempt, error);
        throw error;
      }
      throw unclear(attempt, error, e);
    }
  }

  private GatewayException unclear(BegunHandOver attempt, GatewayException error, IOException why) {
    transmissions.unclear(attempt, error);
    return error.code().isTransient() ? error : way.unclear(why);
  }

  private Mediated refused(
      Transmission transmission, BegunHandOver attempt, MessageId id, FeedbackException why) {
    var feedback = why.feedback();
    if (feedback.has(FeedbackCode.NO_ANSWER_DELIVERY)) {
      way.sent(transmission, attempt, id, Optional.empty());
      return new Mediated(id.value(), Optional.empty());
    }
    var error = OsciFailures.of(way.intermediary().name(), why);
    var unknown = feedback.has(FeedbackCode.MESSAGE_ID_UNKNOWN);
    if (UNCLEAR.stream().anyMatch(feedback::has) || unknown && attempt.inDoubt() > 1) {
      throw unclear(attempt, error, why);
    }
    if (unknown || feedback.has(FeedbackCode.FAILED_BEFORE_RECIPIENT)) {
      // the recipient certainly does not have it, and the next attempt gets a new id
      var again = new GatewayException(ErrorCode.OSCI_BUSY, error.details(), why);
      transmissions.forget(attempt, again);
      throw again;
    }
    if (error.code().isTransient()) {
      transmissions.notSent(attempt, error);
    } else {
      transmissions.failed(attempt, error);
    }
    throw error;
  }
}
