package de.amtsbote.gateway.osci;

import de.amtsbote.osci.client.OutgoingDelivery;
import java.util.List;

/** Puts a message into a delivery the way its receiver expects it. */
final class Deliveries {

  private Deliveries() {}

  static OutgoingDelivery of(OutgoingMessage message) {
    var channel = message.partner().osci();
    var delivery =
        OutgoingDelivery.to(channel.cipherCertificate())
            .subject(message.subject())
            .container(channel.container())
            .data(channel.content(), message.payload());
    var names = new AttachmentNames(List.of(channel.container(), channel.content()));
    for (var attachment : message.attachments()) {
      var ids = names.next(attachment.name());
      delivery.attachment(ids.reference(), ids.name(), attachment.content());
    }
    return delivery;
  }
}
