package de.amtsbote.gateway.entry.procedure;

import de.amtsbote.gateway.delivery.About;
import de.amtsbote.gateway.delivery.Deliveries;
import de.amtsbote.gateway.delivery.Handover;
import de.amtsbote.gateway.delivery.HandoverPart;
import de.amtsbote.gateway.message.HandOvers;
import de.amtsbote.gateway.message.Message;
import de.amtsbote.gateway.message.MessageId;
import de.amtsbote.gateway.message.MessageStore;
import de.amtsbote.gateway.message.Part;
import de.amtsbote.gateway.message.TransmissionKind;
import de.amtsbote.gateway.message.TransmissionStore;
import de.amtsbote.gateway.message.correlation.CorrelationStore;
import org.springframework.stereotype.Component;

/** Does what a route does with {@code delivery:NAME}, where no route runs. */
@Component
public class Postman {

  private final MessageStore store;
  private final TransmissionStore transmissions;
  private final Deliveries deliveries;
  private final CorrelationStore correlations;
  private final HandOvers handOvers;

  Postman(
      MessageStore store,
      TransmissionStore transmissions,
      Deliveries deliveries,
      CorrelationStore correlations,
      HandOvers handOvers) {
    this.handOvers = handOvers;
    this.store = store;
    this.transmissions = transmissions;
    this.deliveries = deliveries;
    this.correlations = correlations;
  }

  /** Lays a message ready, and ends its route. */
  public void bring(String id, String... mailboxes) {
    for (var mailbox : mailboxes) {
      layReady(store.get(MessageId.parse(id)), mailbox);
    }
    endRoute(id);
  }

  /** Lays a message ready while its route goes on. */
  public void layReady(String id, String mailbox) {
    layReady(store.get(MessageId.parse(id)), mailbox);
  }

  /** The route has ended; what readers say from now on moves the message. */
  public void endRoute(String id) {
    handOvers.routeEnded(MessageId.parse(id), "postman");
  }

  private void layReady(Message message, String mailbox) {
    var transmission = transmissions.open(message.id(), TransmissionKind.DELIVERY, mailbox);
    var handover =
        new Handover(
            transmission.id().toString(),
            message.id().toString(),
            About.of(message, correlations),
            part(message, message.payload().orElseThrow()),
            message.attachments().stream().map(it -> part(message, it)).toList(),
            Handover.PAYLOAD_FILE);
    deliveries.get(mailbox).handOver(handover);
    deliveries.get(mailbox).awaitsAnswer(handover);
    transmissions.sent(transmission.id(), null);
  }

  private HandoverPart part(Message message, Part it) {
    return new HandoverPart(
        it.name(),
        it.mediaType(),
        it.size(),
        it.sha256(),
        () -> store.open(message.id(), it.number()));
  }
}
