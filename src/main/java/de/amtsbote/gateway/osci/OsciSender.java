package de.amtsbote.gateway.osci;

import de.amtsbote.gateway.directory.Intermediary;
import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.GatewayException;
import de.amtsbote.gateway.message.MessageState;
import de.amtsbote.gateway.message.MessageStore;
import de.amtsbote.gateway.message.Note;
import de.amtsbote.gateway.message.TimelineEvent;
import de.amtsbote.gateway.message.Transmission;
import de.amtsbote.gateway.message.TransmissionKind;
import de.amtsbote.gateway.message.TransmissionState;
import de.amtsbote.gateway.message.TransmissionStore;
import de.amtsbote.gateway.message.gate.Gate;
import de.amtsbote.gateway.message.gate.Gates;
import de.amtsbote.osci.client.FeedbackException;
import de.amtsbote.osci.client.OsciClient;
import de.amtsbote.osci.client.OutgoingDelivery;
import de.amtsbote.osci.client.SendOutcome;
import de.amtsbote.osci.model.MessageId;
import de.amtsbote.osci.model.ProcessCardBundle;
import de.amtsbote.osci.order.ProcessCardDocument;
import de.amtsbote.osci.trust.CertificateUse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sends a message to a partner exactly once. The OSCI message id is stored before anything is sent
 * under it; when nobody knows how an attempt ended, the process card is asked for first, and only
 * where there is none the message is sent again, under the same id.
 */
public final class OsciSender {

  private static final int ATTEMPTS_UNDER_ONE_ID = 8;
  private static final int MOST_TURNS = 4;

  private final OsciClients clients;
  private final OsciIdentities identities;
  private final OsciTrust trust;
  private final MessageStore messages;
  private final TransmissionStore transmissions;
  private final TransactionTemplate transaction;
  private final Clock clock;
  private final Duration firstCheck;
  private final Gates gates;

  public OsciSender(
      OsciClients clients,
      OsciIdentities identities,
      OsciTrust trust,
      MessageStore messages,
      TransmissionStore transmissions,
      TransactionTemplate transaction,
      Clock clock,
      Duration firstCheck,
      Gates gates) {
    this.gates = gates;
    this.clients = clients;
    this.identities = identities;
    this.trust = trust;
    this.messages = messages;
    this.transmissions = transmissions;
    this.transaction = transaction;
    this.clock = clock;
    this.firstCheck = firstCheck;
  }

  /**
   * Sends the message, or does nothing when an earlier attempt did.
   *
   * @return the OSCI message id
   * @throws GatewayException of kind AB-4xxx
   * @throws de.amtsbote.gateway.message.gate.HeldBackException when the partner is paused or its
   *     intermediary is down
   */
  public String send(OutgoingMessage message) {
    var identity = identities.name(message.identity());
    var destination = new OsciDestination(message.partner().name(), identity);
    var transmission =
        transmissions.open(message.id(), TransmissionKind.OSCI, destination.toString());
    if (isSent(transmission)) {
      return transmission.osciMessageId();
    }
    var partner = message.partner();
    var intermediary = partner.osci().intermediary();
    var client = clients.of(identity, intermediary);
    // what may be there already is asked for whatever is paused
    if (transmission.state() == TransmissionState.SENDING) {
      var id = through(intermediary, () -> found(message, transmission, client));
      if (id.isPresent()) {
        return id.get();
      }
    }
    gates.requireNotPaused(message.tenant(), Gate.partner(partner.name()));
    var whose = "partner " + partner.name();
    trust.require(partner.osci().cipherCertificate(), CertificateUse.CIPHER, whose);
    if (!partner.osci().addressee().equals(partner.osci().cipherCertificate())) {
      trust.require(partner.osci().addressee(), CertificateUse.CIPHER, whose);
    }
    return through(intermediary, () -> send(message, transmission, client));
  }

  private <T> T through(Intermediary intermediary, Gates.Step<T, IOException> step) {
    return gates.through(
        Gate.intermediary(intermediary.name()),
        () -> {
          try {
            return step.run();
          } catch (IOException e) {
            throw OsciFailures.of(intermediary.name(), e);
          }
        });
  }

  private static boolean isSent(Transmission transmission) {
    return transmission.state() == TransmissionState.SENT
        || transmission.state() == TransmissionState.DELIVERED;
  }

  private String send(OutgoingMessage message, Transmission first, OsciClient client)
      throws IOException {
    var delivery = delivery(message);
    var transmission = first;
    for (var turn = 0; turn < MOST_TURNS && !isSent(transmission); turn++) {
      var found = turn == 0 ? Optional.<String>empty() : found(message, transmission, client);
      if (found.isPresent()) {
        return found.get();
      }
      var id = reserved(message, transmission, client);
      if (id.isPresent() && transmissions.sending(transmission.id(), id.get().value())) {
        return store(message, transmission, client, id.get(), delivery);
      }
      // a node that was taken for dead works on the same message: what it did counts
      transmission = transmissions.get(transmission.id());
    }
    if (isSent(transmission)) {
      return transmission.osciMessageId();
    }
    throw unclear(message, null);
  }

  /**
   * After an attempt of which nobody knows how it ended: whether there is a process card.
   *
   * @return the OSCI message id under which it was sent; empty when it has to be sent
   */
  private Optional<String> found(
      OutgoingMessage message, Transmission transmission, OsciClient client) throws IOException {
    if (transmission.state() != TransmissionState.SENDING) {
      return Optional.empty();
    }
    var id = new MessageId(transmission.osciMessageId());
    var card = client.processCard(id);
    return card.isPresent() ? Optional.of(sent(message, transmission, id, card)) : Optional.empty();
  }

  private String store(
      OutgoingMessage message,
      Transmission transmission,
      OsciClient client,
      MessageId id,
      OutgoingDelivery delivery)
      throws IOException {
    var outcome =
        message.recipient() == null
            ? client.store(id, delivery)
            : client.forward(id, message.recipient(), delivery);
    if (outcome instanceof SendOutcome.Accepted accepted) {
      return sent(message, transmission, id, accepted.card());
    }
    if (outcome instanceof SendOutcome.Unclear unclear) {
      return afterUnclear(message, transmission, client, id, unclear.why());
    }
    throw notSent(message, transmission, outcome);
  }

  /** What OSCI cannot carry today it cannot carry tomorrow. */
  private static OutgoingDelivery delivery(OutgoingMessage message) {
    try {
      return Deliveries.of(message);
    } catch (IllegalArgumentException e) {
      throw new GatewayException(
          ErrorCode.CONTENT_UNSUITABLE, "the name of a part cannot be written in OSCI", e);
    }
  }

  private GatewayException notSent(
      OutgoingMessage message, Transmission transmission, SendOutcome outcome) {
    var intermediary = message.partner().osci().intermediary().name();
    if (outcome instanceof SendOutcome.Rejected rejected) {
      var error = OsciFailures.of(intermediary, rejected.why());
      transmissions.failed(transmission.id(), error);
      return error;
    }
    var error = OsciFailures.of(intermediary, ((SendOutcome.Postponed) outcome).why());
    transmissions.notSent(transmission.id(), error);
    return error;
  }

  /** Asks at once: the answer may have got lost although the message arrived. */
  private String afterUnclear(
      OutgoingMessage message,
      Transmission transmission,
      OsciClient client,
      MessageId id,
      IOException why)
      throws IOException {
    var error = OsciFailures.of(message.partner().osci().intermediary().name(), why);
    transmissions.unclear(transmission.id(), error);
    if (!(why instanceof FeedbackException)) {
      throw error.code().isTransient() ? error : unclear(message, why);
    }
    var card = client.processCard(id);
    if (card.isPresent()) {
      return sent(message, transmission, id, card);
    }
    if (transmission.attempts() > 0 && transmission.attempts() < ATTEMPTS_UNDER_ONE_ID) {
      throw unclear(message, why);
    }
    // the intermediary knows neither the id nor a delivery under it, and no earlier attempt can
    // still be on its way: the next attempt gets a new id
    var unknown =
        new GatewayException(
            ErrorCode.OSCI_ANSWER_INVALID,
            "intermediary %s does not know the message id it gave"
                .formatted(message.partner().osci().intermediary().name()));
    transaction.executeWithoutResult(
        status ->
            transmissions.forget(
                transmission.id(), id.value(), transmission.attempts() + 1, unknown));
    throw unknown;
  }

  private static GatewayException unclear(OutgoingMessage message, IOException why) {
    return new GatewayException(
        ErrorCode.OSCI_UNREACHABLE,
        "intermediary %s: nobody knows yet whether it took the message"
            .formatted(message.partner().osci().intermediary().name()),
        why);
  }

  /** The OSCI message id to send under; empty when another node has just reserved one. */
  private Optional<MessageId> reserved(
      OutgoingMessage message, Transmission transmission, OsciClient client) throws IOException {
    if (transmission.osciMessageId() != null) {
      return Optional.of(new MessageId(transmission.osciMessageId()));
    }
    var id = client.messageId();
    var mine =
        transaction.execute(
            status -> {
              if (!transmissions.reserve(transmission.id(), id.value())) {
                return false;
              }
              messages.note(message.id(), TimelineEvent.RESERVED, note(message, id));
              return true;
            });
    return mine ? Optional.of(id) : Optional.empty();
  }

  private String sent(
      OutgoingMessage message,
      Transmission transmission,
      MessageId id,
      Optional<ProcessCardBundle> card) {
    var nextCheck = clock.instant().plus(firstCheck);
    transaction.executeWithoutResult(
        status -> {
          messages.lock(message.id());
          transmissions.sent(transmission.id(), nextCheck);
          card.ifPresent(
              it ->
                  transmissions.seen(
                      transmission.id(),
                      Cards.times(it),
                      ProcessCardDocument.write(it),
                      nextCheck));
          messages.note(message.id(), TimelineEvent.HANDED_OVER, note(message, id));
          messages.advance(message.id(), MessageState.SENT, note(message, id));
        });
    return id.value();
  }

  private static Note note(OutgoingMessage message, MessageId id) {
    return Note.of(
        Map.of(
            "partner", message.partner().name(),
            "intermediary", message.partner().osci().intermediary().name(),
            "osciMessageId", id.value()));
  }
}
