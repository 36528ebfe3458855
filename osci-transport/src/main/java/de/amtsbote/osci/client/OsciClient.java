package de.amtsbote.osci.client;

import de.amtsbote.osci.crypto.AlgorithmPolicy;
import de.amtsbote.osci.model.ControlBlock;
import de.amtsbote.osci.model.MessageId;
import de.amtsbote.osci.model.ProcessCardBundle;
import de.amtsbote.osci.model.SelectionRule;
import de.amtsbote.osci.spool.Spool;
import de.amtsbote.osci.transport.OsciTransport;
import de.amtsbote.osci.wire.ReadLimits;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;

/**
 * Sends to and receives from one intermediary as one participant. Orders are signed and encrypted,
 * answers must be. Safe for use by many threads; a dialog is for one.
 */
public final class OsciClient {

  private final Exchange exchange;
  private final Orders orders;
  private final ClientIdentity identity;
  private final Chunking chunking;

  /** With the standard algorithms, limits and a spool in the directory for temporary files. */
  public OsciClient(ClientIdentity identity, Supplier supplier, OsciTransport transport) {
    this(
        identity,
        supplier,
        transport,
        AlgorithmPolicy.standard(),
        ReadLimits.DEFAULT,
        Spool.temporary(),
        Chunking.NEVER);
  }

  /** With everything given; messages travel in chunks as said. */
  public OsciClient(
      ClientIdentity identity,
      Supplier supplier,
      OsciTransport transport,
      AlgorithmPolicy policy,
      ReadLimits limits,
      Spool spool,
      Chunking chunking) {
    this(
        identity,
        new Exchange(identity, supplier, transport, policy, limits, spool, Exchange::random),
        chunking);
  }

  OsciClient(ClientIdentity identity, Exchange exchange, Chunking chunking) {
    this.identity = identity;
    this.chunking = chunking;
    this.exchange = exchange;
    this.orders = new Orders(identity);
  }

  /**
   * Asks for a message id. Keep it before sending: after a crash it tells whether the delivery went
   * out.
   *
   * @throws FeedbackException if the intermediary gives none
   */
  public MessageId messageId() throws IOException {
    var order = orders.messageId(ControlBlock.implicit(exchange.challenge()));
    try (var composed = exchange.compose(order);
        var answer = exchange.send(order, composed)) {
      return OsciDialog.messageIdOf(answer);
    }
  }

  /** Sends a delivery under a message id of this intermediary. */
  public SendOutcome store(MessageId id, OutgoingDelivery delivery) {
    var order = orders.store(ControlBlock.implicit(exchange.challenge()), id, delivery);
    return new Sending(exchange, orders, chunking).store(order, id, delivery);
  }

  /**
   * Sends a delivery that the intermediary shall bring to a passive recipient. If the recipient
   * cannot be reached now the intermediary may keep trying: then the process card of the accepted
   * delivery has no reception yet.
   */
  public SendOutcome forward(MessageId id, URI recipient, OutgoingDelivery delivery) {
    var order =
        orders.forward(ControlBlock.implicit(exchange.challenge()), id, recipient, delivery);
    return new Sending(exchange, orders, chunking).send(order);
  }

  /** The process card of a delivery that this client sent or was sent, in a dialog of its own. */
  public Optional<ProcessCardBundle> processCard(MessageId id) throws IOException {
    try (var dialog = openDialog()) {
      return dialog.processCards(SelectionRule.byId(id), 1).cards().stream().findFirst();
    }
  }

  /** Opens an explicit dialog; the caller closes it. */
  public OsciDialog openDialog() throws IOException {
    return dialog(DialogLine.open(exchange, orders));
  }

  OsciDialog dialog(DialogLine line) {
    return new OsciDialog(exchange, orders, identity, line, chunking);
  }
}
