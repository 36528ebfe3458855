package de.amtsbote.gateway.osci;

import de.amtsbote.gateway.directory.Intermediary;
import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.GatewayException;
import de.amtsbote.gateway.message.Transmission;
import de.amtsbote.gateway.message.TransmissionKind;
import de.amtsbote.gateway.message.TransmissionState;
import de.amtsbote.gateway.message.TransmissionStore;
import de.amtsbote.gateway.message.gate.Gate;
import de.amtsbote.gateway.message.gate.Gates;
import de.amtsbote.osci.trust.CertificateUse;
import java.io.IOException;
import java.util.Optional;

/**
 * Sends a message to a partner exactly once. The OSCI message id is stored, with the intermediary
 * that gave it, before anything is sent under it; when nobody knows how an attempt ended, that
 * intermediary is asked for the process card first, and only where it has none the message is sent
 * to it again, under the same id.
 */
public final class OsciSender {

  private static final int MOST_TURNS = 4;

  private final OsciClients clients;
  private final OsciIdentities identities;
  private final OsciTrust trust;
  private final TransmissionStore transmissions;
  private final Whereabouts whereabouts;
  private final SendBook book;
  private final Gates gates;

  OsciSender(
      OsciClients clients,
      OsciIdentities identities,
      OsciTrust trust,
      TransmissionStore transmissions,
      Whereabouts whereabouts,
      SendBook book,
      Gates gates) {
    this.gates = gates;
    this.clients = clients;
    this.identities = identities;
    this.trust = trust;
    this.transmissions = transmissions;
    this.whereabouts = whereabouts;
    this.book = book;
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
    if (transmission.isSent()) {
      return transmission.osciMessageId();
    }
    // what may be there already is asked for whatever is paused
    var found = found(message, identity, transmission);
    if (found.isPresent()) {
      return found.get();
    }
    requireAllowed(message);
    for (var turn = 0; turn < MOST_TURNS && !transmission.isSent(); turn++) {
      transmission = movable(message, transmission);
      var sent = turn(message, identity, transmission, turn == 0);
      if (sent.isPresent()) {
        return sent.get();
      }
      // a node that was taken for dead works on the same message: what it did counts
      transmission = transmissions.get(transmission.id());
    }
    if (transmission.isSent()) {
      return transmission.osciMessageId();
    }
    throw new GatewayException(
        ErrorCode.OSCI_UNREACHABLE, "nobody knows yet whether an intermediary took the message");
  }

  /** Neither paused nor encrypted for a certificate that does not hold. */
  void requireAllowed(OutgoingMessage message) {
    var partner = message.partner();
    gates.requireNotPaused(message.tenant(), Gate.partner(partner.name()));
    var whose = "partner " + partner.name();
    trust.require(partner.osci().cipherCertificate(), CertificateUse.CIPHER, whose);
    if (!partner.osci().addressee().equals(partner.osci().cipherCertificate())) {
      trust.require(partner.osci().addressee(), CertificateUse.CIPHER, whose);
    }
  }

  /** Where nothing has left for the intermediary that gave the id, another may give a new one. */
  Transmission movable(OutgoingMessage message, Transmission transmission) {
    if (transmission.state() == TransmissionState.SENDING
        || !whereabouts.hasMoved(transmission, message.partner().osci().intermediary())) {
      return transmission;
    }
    transmissions.release(transmission.id(), transmission.osciMessageId());
    return transmissions.get(transmission.id());
  }

  private Optional<String> turn(
      OutgoingMessage message, String identity, Transmission transmission, boolean first) {
    var found = first ? Optional.<String>empty() : found(message, identity, transmission);
    return found.isPresent()
        ? found
        : through(message, identity, transmission, attempt -> attempt.send(transmission));
  }

  private Optional<String> found(
      OutgoingMessage message, String identity, Transmission transmission) {
    return transmission.state() == TransmissionState.SENDING
        ? asked(message, identity, transmission, attempt -> attempt.found(transmission))
        : Optional.empty();
  }

  /** A step with an intermediary. */
  interface Step<T> {
    T with(SendAttempt attempt) throws IOException;
  }

  /** Takes a step with the intermediary where the message is or goes, if that is not down. */
  <T> T through(OutgoingMessage message, String identity, Transmission transmission, Step<T> step) {
    var attempt = attempt(message, identity, transmission);
    return gates.through(gate(attempt), () -> taken(step, attempt));
  }

  /** The same for a question, whose answer does not show that anything is taken there. */
  <T> T asked(
      OutgoingMessage message, String identity, Transmission transmission, Step<T> question) {
    var attempt = attempt(message, identity, transmission);
    return gates.askInTurn(gate(attempt), () -> taken(question, attempt));
  }

  private SendAttempt attempt(OutgoingMessage message, String identity, Transmission transmission) {
    var intermediary = intermediary(message, transmission);
    return new SendAttempt(
        message, intermediary, clients.of(identity, intermediary), transmissions, book);
  }

  private static String gate(SendAttempt attempt) {
    return Gate.intermediary(attempt.intermediary().name());
  }

  private static <T> T taken(Step<T> step, SendAttempt attempt) {
    try {
      return step.with(attempt);
    } catch (IOException e) {
      throw OsciFailures.of(attempt.intermediary().name(), e);
    }
  }

  private Intermediary intermediary(OutgoingMessage message, Transmission transmission) {
    var now = message.partner().osci().intermediary();
    return whereabouts.of(transmission, Optional.of(now)).orElse(now);
  }
}
