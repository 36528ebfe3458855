package de.amtsbote.gateway.osci;

import de.amtsbote.gateway.directory.Intermediary;
import de.amtsbote.gateway.message.BegunHandOver;
import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.GatewayException;
import de.amtsbote.gateway.message.Transmission;
import de.amtsbote.gateway.message.TransmissionState;
import de.amtsbote.gateway.message.TransmissionStore;
import de.amtsbote.osci.client.FeedbackException;
import de.amtsbote.osci.client.OsciClient;
import de.amtsbote.osci.client.OutgoingDelivery;
import de.amtsbote.osci.client.SendOutcome;
import de.amtsbote.osci.model.MessageId;
import de.amtsbote.osci.model.ProcessCardBundle;
import java.io.IOException;
import java.util.Optional;

/** One message on its way to one intermediary. */
final class SendAttempt {

  private static final int UNCLEAR_UNDER_ONE_ID = 8;

  private final OutgoingMessage message;
  private final Intermediary intermediary;
  private final OsciClient client;
  private final TransmissionStore transmissions;
  private final SendBook book;

  SendAttempt(
      OutgoingMessage message,
      Intermediary intermediary,
      OsciClient client,
      TransmissionStore transmissions,
      SendBook book) {
    this.message = message;
    this.intermediary = intermediary;
    this.client = client;
    this.transmissions = transmissions;
    this.book = book;
  }

  /**
   * After an attempt of which nobody knows how it ended: whether there is a process card.
   *
   * @return the OSCI message id under which it was sent; empty when it has to be sent
   */
  Optional<String> found(Transmission transmission) throws IOException {
    if (transmission.state() != TransmissionState.SENDING) {
      return Optional.empty();
    }
    var id = new MessageId(transmission.osciMessageId());
    var card = client.processCard(id);
    return card.isPresent() ? Optional.of(sent(transmission, id, card)) : Optional.empty();
  }

  /**
   * Sends it.
   *
   * @return the OSCI message id; empty when another node works on it, so that it has to be looked
   *     at again
   */
  Optional<String> send(Transmission transmission) throws IOException {
    var delivery = delivery();
    var id = reserved(transmission);
    if (id.isEmpty()) {
      return Optional.empty();
    }
    var attempt = transmissions.sending(transmission.id(), id.get().value());
    return attempt.isEmpty()
        ? Optional.empty()
        : Optional.of(send(transmission, attempt.get(), id.get(), delivery));
  }

  private String send(
      Transmission transmission, BegunHandOver attempt, MessageId id, OutgoingDelivery delivery)
      throws IOException {
    var outcome =
        message.recipient() == null
            ? client.store(id, delivery)
            : client.forward(id, message.recipient(), delivery);
    if (outcome instanceof SendOutcome.Accepted accepted) {
      sent(transmission, attempt, id, accepted.card());
      return id.value();
    }
    if (outcome instanceof SendOutcome.Unclear unclear) {
      return afterUnclear(transmission, attempt, id, unclear.why());
    }
    throw notSent(attempt, outcome);
  }

  Intermediary intermediary() {
    return intermediary;
  }

  OsciClient client() {
    return client;
  }

  /** The intermediary has it by this attempt. */
  void sent(
      Transmission transmission,
      BegunHandOver attempt,
      MessageId id,
      Optional<ProcessCardBundle> card) {
    book.sent(message, transmission, intermediary, id, card, Optional.of(attempt));
  }

  /** What OSCI cannot carry today it cannot carry tomorrow. */
  OutgoingDelivery delivery() {
    try {
      return Deliveries.of(message);
    } catch (IllegalArgumentException e) {
      throw new GatewayException(
          ErrorCode.CONTENT_UNSUITABLE, "the name of a part cannot be written in OSCI", e);
    }
  }

  private GatewayException notSent(BegunHandOver attempt, SendOutcome outcome) {
    if (outcome instanceof SendOutcome.Rejected rejected) {
      var error = OsciFailures.of(intermediary.name(), rejected.why());
      transmissions.failed(attempt, error);
      return error;
    }
    var error = OsciFailures.of(intermediary.name(), ((SendOutcome.Postponed) outcome).why());
    transmissions.notSent(attempt, error);
    return error;
  }

  /** Asks at once: the answer may have got lost although the message arrived. */
  private String afterUnclear(
      Transmission transmission, BegunHandOver attempt, MessageId id, IOException why)
      throws IOException {
    var error = OsciFailures.of(intermediary.name(), why);
    transmissions.unclear(attempt, error);
    if (!(why instanceof FeedbackException)) {
      throw error.code().isTransient() ? error : unclear(why);
    }
    var card = client.processCard(id);
    if (card.isPresent()) {
      return sent(transmission, id, card);
    }
    if (attempt.inDoubt() > 1 && attempt.inDoubt() <= UNCLEAR_UNDER_ONE_ID) {
      throw unclear(why);
    }
    // the intermediary knows neither the id nor a delivery under it, and no earlier attempt can
    // still be on its way: the next attempt gets a new id
    var unknown =
        new GatewayException(
            ErrorCode.OSCI_ANSWER_INVALID,
            "intermediary %s does not know the message id it gave".formatted(intermediary.name()));
    transmissions.forget(attempt, unknown);
    throw unknown;
  }

  GatewayException unclear(IOException why) {
    return new GatewayException(
        ErrorCode.OSCI_UNREACHABLE,
        "intermediary %s: nobody knows yet whether it took the message"
            .formatted(intermediary.name()),
        why);
  }

  /** The OSCI message id to send under; empty when another node has just reserved one. */
  Optional<MessageId> reserved(Transmission transmission) throws IOException {
    if (transmission.osciMessageId() != null) {
      return Optional.of(new MessageId(transmission.osciMessageId()));
    }
    var id = client.messageId();
    return book.reserved(message, transmission, intermediary, id)
        ? Optional.of(id)
        : Optional.empty();
  }

  String sent(Transmission transmission, MessageId id, Optional<ProcessCardBundle> card) {
    book.sent(message, transmission, intermediary, id, card, Optional.empty());
    return id.value();
  }
}
