package de.amtsbote.osci.client;

import de.amtsbote.osci.model.ControlBlock;
import de.amtsbote.osci.model.MessageId;
import de.amtsbote.osci.model.MessageType;
import de.amtsbote.osci.model.Order;
import de.amtsbote.osci.model.SelectionRule;
import de.amtsbote.osci.wire.OutgoingMessage;

/** Puts orders together; the same inside and outside of a dialog. */
final class Orders {

  private final ClientIdentity identity;

  Orders(ClientIdentity identity) {
    this.identity = identity;
  }

  OutgoingMessage initDialog(ControlBlock control) {
    return OutgoingMessage.of(MessageType.INIT_DIALOG, control)
        .certificates(identity.certificates())
        .build();
  }

  OutgoingMessage exitDialog(ControlBlock control) {
    return OutgoingMessage.of(MessageType.EXIT_DIALOG, control)
        .certificates(identity.signatureCertificate())
        .build();
  }

  OutgoingMessage messageId(ControlBlock control) {
    return OutgoingMessage.of(MessageType.GET_MESSAGE_ID, control)
        .certificates(identity.certificates())
        .build();
  }

  OutgoingMessage store(ControlBlock control, MessageId id, OutgoingDelivery delivery) {
    return OutgoingMessage.of(MessageType.STORE_DELIVERY, control)
        .order(Order.builder().messageId(id).subject(delivery.subject()).build())
        .certificates(delivery.certificates(identity))
        .headers(delivery.headers())
        .content(delivery.content(identity))
        .build();
  }

  OutgoingMessage fetch(ControlBlock control, SelectionRule rule) {
    return OutgoingMessage.of(MessageType.FETCH_DELIVERY, control)
        .order(Order.builder().selection(rule).build())
        .certificates(identity.signatureCertificate())
        .build();
  }

  OutgoingMessage processCards(ControlBlock control, SelectionRule rule, Long limit) {
    return OutgoingMessage.of(MessageType.FETCH_PROCESS_CARD, control)
        .order(Order.builder().selection(rule).quantityLimit(limit).build())
        .certificates(identity.signatureCertificate())
        .build();
  }
}
