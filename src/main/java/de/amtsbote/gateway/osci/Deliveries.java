package de.amtsbote.gateway.osci;

import de.amtsbote.osci.client.OutgoingDelivery;
import java.util.List;

/** Puts a message into a delivery the way its receiver expects it. */
final class Deliveries {

  private Deliveries() {}

  static OutgoingDelivery of(OutgoingMessage message) {
    var channel = message.partner().osci();
    var demands = channel.demands();
    var delivery =
        OutgoingDelivery.to(channel.addressee())
            .readBy(channel.cipherCertificate())
            .subject(demands.subject().orElse(message.subject()))
            .container(demands.container())
            .data(demands.content(), message.payload());
    if (!demands.encrypted()) {
      delivery.readableByAll();
    }
    if (!demands.signed()) {
      delivery.unsigned();
    }
    var names = new AttachmentNames(List.of(demands.container(), demands.content()));
    for (var attachment : message.attachments()) {
      var ids = names.next(attachment.name());
      delivery.attachment(ids.reference(), ids.name(), attachment.content());
    }
    return delivery;
  }
}
