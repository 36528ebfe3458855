package de.amtsbote.gateway.delivery.xta;

import de.amtsbote.gateway.message.BegunHandOver;
import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.GatewayException;
import de.amtsbote.gateway.message.Transmission;
import de.amtsbote.gateway.message.TransmissionKind;
import de.amtsbote.gateway.message.TransmissionState;
import de.amtsbote.gateway.message.TransmissionStore;
import de.amtsbote.gateway.message.gate.Gate;
import de.amtsbote.gateway.message.gate.Gates;
import de.amtsbote.gateway.xta.XtaException;
import de.amtsbote.gateway.xta.XtaMetadata;
import de.amtsbote.gateway.xta.XtaRemote;
import de.amtsbote.gateway.xta.XtaSelection;
import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends a message to an XTA server exactly once. The server makes the message id, which is stored
 * before anything is sent under it; when nobody knows how an attempt ended, the transport report is
 * asked for first, and only where the server knows nothing of the id the message is sent again,
 * under the same one.
 */
public final class XtaSender {

  private static final Logger LOG = LoggerFactory.getLogger(XtaSender.class);

  /** What the virus scanner says of an answer that it was asked about. */
  private static final Set<ErrorCode> NOT_TAKEN =
      EnumSet.of(ErrorCode.CONTENT_INFECTED, ErrorCode.CONTENT_UNSCANNABLE);

  private final XtaServers servers;
  private final TransmissionStore transmissions;
  private final SendingBook book;
  private final Gates gates;

  XtaSender(XtaServers servers, TransmissionStore transmissions, SendingBook book, Gates gates) {
    this.servers = servers;
    this.transmissions = transmissions;
    this.book = book;
    this.gates = gates;
  }

  /**
   * Sends the message with sendMessage, or does nothing when an earlier attempt did.
   *
   * @return the XTA message id
   * @throws GatewayException DELIVERY_UNAVAILABLE when trying again may help; DELIVERY_REFUSED,
   *     XTA_CONTENT_REFUSED or PARTNER_INCOMPLETE when it will not
   * @throws de.amtsbote.gateway.message.gate.HeldBackException when the server is paused or down
   */
  public String send(XtaOutgoing outgoing) {
    return through(
        outgoing,
        (order, transmission, begun) -> {
          servers.remote(outgoing.server()).send(order, outgoing.parts());
          book.sent(transmission, order.messageId(), Optional.of(begun));
        });
  }

  /**
   * Sends the message with sendMessageSync and keeps the answer as a message of its own, or does
   * nothing when an earlier attempt did. Where an earlier attempt got through and its answer was
   * lost on the line, the answer comes by the mailbox.
   *
   * @return the XTA message id
   * @throws GatewayException as above
   * @throws de.amtsbote.gateway.message.gate.HeldBackException when the server is paused or down
   */
  public String ask(XtaOutgoing outgoing) {
    return through(
        outgoing, (order, transmission, begun) -> answered(outgoing, order, transmission, begun));
  }

  private void answered(
      XtaOutgoing outgoing, XtaMetadata order, Transmission transmission, BegunHandOver begun)
      throws IOException {
    try (var intake = book.intake()) {
      var remote = servers.remote(outgoing.server());
      var answer = remote.ask(order, outgoing.parts(), new IntakeSink(intake));
      intake.identify();
      var answerId = answer.order().messageId();
      book.answered(outgoing.message(), transmission, begun, order.messageId(), answerId, intake);
      close(outgoing.server(), remote, answerId);
    } catch (GatewayException e) {
      if (!NOT_TAKEN.contains(e.code())) {
        throw e;
      }
      // the question has arrived, and nothing is wrong with it; the answer stays where it is
      LOG.warn(
          "XTA server {}: the answer to {} is not taken: {} (incident {})",
          outgoing.server(),
          outgoing.message().id(),
          e.getMessage(),
          e.incident());
      book.sent(transmission, order.messageId(), Optional.of(begun));
    }
  }

  /** Only that means fetched; where the mailbox is fetched from, it is done there. */
  private void close(String server, XtaRemote remote, String answer) {
    var settings = servers.settings(server);
    if (settings.mailbox() == null || settings.fetch() != null) {
      return;
    }
    try {
      var selection = new XtaSelection(List.of(answer), List.of(), null, null, null);
      var listed = remote.list(selection, 1);
      if (!listed.ids().isEmpty()) {
        remote.close(listed.request(), List.of(answer));
      }
    } catch (XtaException | IOException e) {
      LOG.info("XTA server {}: the answer {} stays open there: {}", server, answer, e.getMessage());
    }
  }

  /** What is done once an attempt has begun; it enters its success itself. */
  private interface Attempt {
    void run(XtaMetadata order, Transmission transmission, BegunHandOver begun) throws IOException;
  }

  private String through(XtaOutgoing outgoing, Attempt attempt) {
    var message = outgoing.message();
    var server = outgoing.server();
    var transmission = transmissions.open(message.id(), TransmissionKind.XTA, server);
    if (transmission.isSent()) {
      return transmission.osciMessageId();
    }
    // what may be there already is asked for whatever is paused
    if (hasArrived(server, transmission)) {
      book.sent(transmission, transmission.osciMessageId(), Optional.empty());
      return transmission.osciMessageId();
    }
    gates.requireNotPaused(message.tenant(), Gate.delivery(server));
    return gates.<String, GatewayException>through(
        Gate.delivery(server),
        () -> calling(server, remote -> attempt(remote, outgoing, transmission, attempt)));
  }

  /** After an attempt of which nobody knows how it ended: whether the server reports on it. */
  private boolean hasArrived(String server, Transmission transmission) {
    return transmission.state() == TransmissionState.SENDING
        && transmission.osciMessageId() != null
        && gates.<Boolean, GatewayException>askInTurn(
            Gate.delivery(server),
            () ->
                calling(
                    server, remote -> XtaDelivery.isKnown(remote, transmission.osciMessageId())));
  }

  /** Something that is done with a server. */
  private interface Call<T> {
    T with(XtaRemote remote) throws IOException;
  }

  private <T> T calling(String server, Call<T> call) {
    try {
      return call.with(servers.remote(server));
    } catch (XtaException e) {
      throw RetryTable.error(server, e);
    } catch (IOException e) {
      throw RetryTable.error(server, e);
    }
  }

  private String attempt(
      XtaRemote remote, XtaOutgoing outgoing, Transmission before, Attempt attempt)
      throws IOException {
    var id = reserved(remote, before);
    var order = order(outgoing, id);
    var begun = transmissions.sending(before.id(), id);
    if (begun.isPresent()) {
      run(remote, order, before, begun.get(), attempt);
      return id;
    }
    var now = transmissions.get(before.id());
    if (now.isSent()) {
      return now.osciMessageId();
    }
    throw new GatewayException(
        ErrorCode.DELIVERY_UNAVAILABLE, "another node is sending the message right now");
  }

  private void run(
      XtaRemote remote,
      XtaMetadata order,
      Transmission before,
      BegunHandOver begun,
      Attempt attempt)
      throws IOException {
    try {
      attempt.run(order, before, begun);
    } catch (XtaException e) {
      refused(remote, order, before, begun, e);
    } catch (IOException e) {
      var error = RetryTable.error(before.destination(), e);
      transmissions.unclear(begun, error);
      throw error;
    } catch (GatewayException e) {
      transmissions.unclear(begun, e);
      throw e;
    }
  }

  private void refused(
      XtaRemote remote,
      XtaMetadata order,
      Transmission before,
      BegunHandOver begun,
      XtaException refusal)
      throws IOException {
    var meaning = RetryTable.of(refusal);
    var error = RetryTable.error(before.destination(), refusal);
    if (meaning == RetryTable.Meaning.TRY_AGAIN) {
      transmissions.unclear(begun, error);
      throw error;
    }
    if (meaning == RetryTable.Meaning.ID_USED
        && before.attempts() > 0
        && XtaDelivery.isKnown(remote, order.messageId())) {
      book.sent(before, order.messageId(), Optional.of(begun));
      return;
    }
    transmissions.failed(begun, error);
    throw error;
  }

  private XtaMetadata order(XtaOutgoing outgoing, String id) {
    return new OutgoingOrder(
            servers.settings(outgoing.server()),
            id,
            outgoing.message().id().toString(),
            outgoing.about(),
            outgoing.wishes())
        .order(outgoing.parts());
  }

  /** The id to send under, which is kept before anything is. */
  private String reserved(XtaRemote remote, Transmission transmission) throws IOException {
    if (transmission.osciMessageId() != null) {
      return transmission.osciMessageId();
    }
    var id = remote.messageId();
    return book.reserved(transmission, id)
        ? id
        : transmissions.get(transmission.id()).osciMessageId();
  }
}
