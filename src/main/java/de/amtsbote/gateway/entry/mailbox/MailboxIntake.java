package de.amtsbote.gateway.entry.mailbox;

import de.amtsbote.gateway.message.Entry;
import de.amtsbote.gateway.message.EntryKind;
import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.GatewayException;
import de.amtsbote.gateway.message.Intake;
import de.amtsbote.gateway.message.MessageStore;
import de.amtsbote.gateway.message.NewMessage;
import de.amtsbote.gateway.message.PartRole;
import de.amtsbote.gateway.message.Receipt;
import de.amtsbote.gateway.message.Traits;
import de.amtsbote.gateway.osci.OsciTrust;
import de.amtsbote.osci.client.ReceivedDelivery;
import de.amtsbote.osci.content.OpenedContainer;
import de.amtsbote.osci.content.OpenedContent;
import de.amtsbote.osci.error.OsciException;
import de.amtsbote.osci.spool.SpoolFile;
import de.amtsbote.osci.trust.CertificateUse;
import java.io.IOException;
import java.net.URLConnection;
import java.util.Optional;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes fetched deliveries into the store: opened, or closed as they came. */
final class MailboxIntake {

  private static final String XML = "application/xml";
  private static final String OCTETS = "application/octet-stream";

  private final MessageStore store;
  private final TransactionTemplate transaction;
  private final OsciTrust trust;

  MailboxIntake(MessageStore store, TransactionTemplate transaction, OsciTrust trust) {
    this.store = store;
    this.transaction = transaction;
    this.trust = trust;
  }

  /**
   * Opens a delivery and stores it; the same delivery again is the same message.
   *
   * @throws GatewayException OSCI_CONTENT_INVALID or CERTIFICATE_REFUSED when it cannot be opened
   *     or must not be trusted; nothing is stored then
   */
  Receipt open(String name, MailboxProperties.Mailbox mailbox, ReceivedDelivery delivery)
      throws IOException {
    var content = opened(delivery);
    content.containers().forEach(it -> requireAuthor(it, mailbox));
    var mapping = DeliveryMapping.of(content, mailbox.content());
    try (var intake = store.intake()) {
      intake.add(PartRole.PAYLOAD, "payload", XML, mapping.payload().open());
      for (var item : mapping.attachments()) {
        var partName = DeliveryMapping.name(item);
        intake.add(PartRole.ATTACHMENT, partName, mediaType(partName), item.open());
      }
      return intake.commit(message(name, mailbox, delivery.messageId().value()));
    }
  }

  /** Keeps a delivery that cannot be opened as it came, put aside for an operator. */
  void keepClosed(
      String name,
      MailboxProperties.Mailbox mailbox,
      ReceivedDelivery delivery,
      GatewayException why)
      throws IOException {
    var stored = delivery.content();
    try (var intake = store.intake()) {
      var role = PartRole.PAYLOAD;
      for (var element : stored.elements()) {
        add(intake, role, "closed-" + element.id(), XML, element.octets());
        role = PartRole.ATTACHMENT;
      }
      for (var part : stored.parts()) {
        add(intake, role, part.name(), OCTETS, part.octets());
        role = PartRole.ATTACHMENT;
      }
      var message = message(name, mailbox, "closed " + delivery.messageId().value());
      transaction.executeWithoutResult(
          status -> {
            var receipt = intake.commit(message);
            if (!receipt.repeated()) {
              store.park(receipt.id(), why);
            }
          });
    }
  }

  private static void add(
      Intake intake, PartRole role, String name, String mediaType, SpoolFile octets)
      throws IOException {
    intake.add(role, name, mediaType, octets.open());
  }

  private static OpenedContent opened(ReceivedDelivery delivery) {
    try {
      return delivery.open();
    } catch (OsciException e) {
      throw new GatewayException(ErrorCode.OSCI_CONTENT_INVALID, e.error().describe(), e);
    }
  }

  private void requireAuthor(OpenedContainer container, MailboxProperties.Mailbox mailbox) {
    if (mailbox.signed() && !container.isSigned()) {
      throw new GatewayException(ErrorCode.OSCI_CONTENT_INVALID, "the content is not signed");
    }
    container
        .signatures()
        .forEach(
            it -> trust.require(it.signer().certificate(), CertificateUse.SIGNATURE, "the author"));
  }

  private static NewMessage message(String name, MailboxProperties.Mailbox mailbox, String key) {
    return new NewMessage(
        mailbox.tenant(), new Entry(EntryKind.OSCI_MAILBOX, name), key, Traits.NONE);
  }

  private static String mediaType(String name) {
    return Optional.ofNullable(URLConnection.guessContentTypeFromName(name)).orElse(OCTETS);
  }
}
