package de.amtsbote.osci.client;

import de.amtsbote.osci.content.ContentContainer;
import de.amtsbote.osci.content.ContentPackage;
import de.amtsbote.osci.content.ContentSource;
import de.amtsbote.osci.model.ChunkInformation;
import de.amtsbote.osci.model.ControlBlock;
import de.amtsbote.osci.model.MessageId;
import de.amtsbote.osci.model.MessageType;
import de.amtsbote.osci.model.Order;
import de.amtsbote.osci.model.Role;
import de.amtsbote.osci.model.RoleCertificate;
import de.amtsbote.osci.model.RoleCertificate.Usage;
import de.amtsbote.osci.model.RoleCertificates;
import de.amtsbote.osci.model.SelectionRule;
import de.amtsbote.osci.wire.OutgoingMessage;
import java.net.URI;
import java.security.cert.X509Certificate;

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

  OutgoingMessage forward(
      ControlBlock control, MessageId id, URI recipient, OutgoingDelivery delivery) {
    return push(MessageType.FORWARD_DELIVERY, control, id, recipient, delivery);
  }

  OutgoingMessage mediate(
      ControlBlock control, MessageId id, URI recipient, OutgoingDelivery delivery) {
    return push(MessageType.MEDIATE_DELIVERY, control, id, recipient, delivery);
  }

  private OutgoingMessage push(
      MessageType type,
      ControlBlock control,
      MessageId id,
      URI recipient,
      OutgoingDelivery delivery) {
    return OutgoingMessage.of(type, control)
        .order(
            Order.builder()
                .contentReceiver(recipient.toString())
                .messageId(id)
                .subject(id == null ? null : delivery.subject())
                .build())
        .certificates(delivery.certificates(identity))
        .headers(delivery.headers())
        .content(delivery.content(identity))
        .build();
  }

  OutgoingMessage partialStore(
      ControlBlock control,
      MessageId id,
      X509Certificate addressee,
      ChunkInformation chunk,
      ContentSource octets) {
    var container =
        ContentContainer.builder("ChunkContentContainer")
            .attachment("ChunkContent", "ChunkBlobStoreDelivery", octets)
            .build();
    return OutgoingMessage.of(MessageType.PARTIAL_STORE_DELIVERY, control)
        .order(Order.builder().messageId(id.partial()).chunk(chunk).build())
        .certificates(withAddressee(addressee))
        .content(ContentPackage.of(container))
        .build();
  }

  /** Asks which chunks arrived. */
  OutgoingMessage partialStoreInfo(ControlBlock control, MessageId id, X509Certificate addressee) {
    return OutgoingMessage.of(MessageType.PARTIAL_STORE_DELIVERY, control)
        .order(Order.builder().messageId(id.partial()).infoOnly(true).build())
        .certificates(withAddressee(addressee))
        .build();
  }

  private RoleCertificates withAddressee(X509Certificate cipher) {
    return identity.certificates().with(RoleCertificate.of(Role.ADDRESSEE, Usage.CIPHER, cipher));
  }

  OutgoingMessage partialFetch(ControlBlock control, SelectionRule rule, ChunkInformation chunk) {
    return OutgoingMessage.of(MessageType.PARTIAL_FETCH_DELIVERY, control)
        .order(Order.builder().selection(rule).chunk(chunk).build())
        .certificates(identity.signatureCertificate())
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
