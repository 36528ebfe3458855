package de.amtsbote.gateway.entry.mailbox;

import de.amtsbote.gateway.directory.Partner;
import de.amtsbote.gateway.directory.SenderCategories;
import de.amtsbote.gateway.message.Entry;
import de.amtsbote.gateway.message.EntryKind;
import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.GatewayException;
import de.amtsbote.gateway.message.Intake;
import de.amtsbote.gateway.message.MessageStore;
import de.amtsbote.gateway.message.NewMessage;
import de.amtsbote.gateway.message.Note;
import de.amtsbote.gateway.message.OsciKey;
import de.amtsbote.gateway.message.PartRole;
import de.amtsbote.gateway.message.Receipt;
import de.amtsbote.gateway.message.TimelineEvent;
import de.amtsbote.gateway.message.Traits;
import de.amtsbote.osci.client.ReceivedDelivery;
import de.amtsbote.osci.content.OpenedItem;
import de.amtsbote.osci.model.MessageId;
import de.amtsbote.osci.spool.SpoolFile;
import de.amtsbote.osci.wire.ClosedDelivery;
import de.amtsbote.xoev.container.MessageContainer;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLConnection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes deliveries into the store: opened, or closed as they came. */
final class MailboxIntake {

  private static final String XML = "application/xml";
  private static final String ZIP = "application/zip";
  private static final String OCTETS = "application/octet-stream";

  private final MessageStore store;
  private final TransactionTemplate transaction;
  private final DeliveryOpener opener;
  private final SenderCategories categories;

  MailboxIntake(
      MessageStore store,
      TransactionTemplate transaction,
      DeliveryOpener opener,
      SenderCategories categories) {
    this.categories = categories;
    this.store = store;
    this.transaction = transaction;
    this.opener = opener;
  }

  /**
   * Opens a delivery and stores it; the same delivery again is the same message.
   *
   * @throws GatewayException OSCI_CONTENT_INVALID, CERTIFICATE_REFUSED, REVOCATION_UNKNOWN,
   *     CONTENT_INFECTED, CONTENT_UNSCANNABLE or AUTHOR_CATEGORY_WRONG when it cannot be opened or
   *     must not be trusted; nothing is stored
   */
  Receipt open(String name, MailboxProperties.Mailbox mailbox, ReceivedDelivery delivery)
      throws IOException {
    var opened = opener.open(delivery, mailbox.signed());
    requireCategory(mailbox.authorCategory(), opened);
    var message = message(name, mailbox, delivery.messageId().value());
    return keep(message, opened, mailbox.content(), delivery, receipt -> {});
  }

  /**
   * A delivery that was taken.
   *
   * @param authors SHA-1 of the certificates that signed it, each once
   */
  record Taken(Receipt receipt, Set<String> authors) {}

  /**
   * The same for a delivery that was pushed.
   *
   * @param id null if it has none
   * @param first done with the receipt of a delivery that is new, in the same transaction
   */
  Taken open(
      String name,
      PushProperties.Push push,
      MessageId id,
      ClosedDelivery delivery,
      Consumer<Receipt> first)
      throws IOException {
    var opened = opener.open(delivery, push.signed());
    requireCategory(push.authorCategory(), opened);
    var message =
        new NewMessage(
            push.tenant(),
            new Entry(EntryKind.OSCI_PUSH, name),
            id == null ? null : id.value(),
            Traits.NONE);
    return new Taken(keep(message, opened, push.content(), delivery, first), opened.authors());
  }

  /**
   * The same for what a partner answered at once. Where the directory has his signature
   * certificate, he and nobody else must have signed it; else the timeline says that nobody knows.
   */
  Receipt open(
      NewMessage message, Partner partner, ClosedDelivery delivery, Consumer<Receipt> first)
      throws IOException {
    var demands = partner.osci().demands();
    var opened = opener.open(delivery, demands.signed());
    var isKnown = !partner.osci().signatureCertificates().isEmpty();
    if (isKnown && !partner.osci().hasSignedAlone(opened.authors())) {
      throw new GatewayException(
          ErrorCode.CERTIFICATE_REFUSED,
          "the reply is not signed, and by nobody else, with the signature-certificate that the"
              + " directory has for "
              + partner.name());
    }
    return keep(
        message,
        opened,
        demands.content(),
        delivery,
        receipt -> {
          if (!isKnown) {
            var unknown = Map.of("signature-certificate", "unknown for " + partner.name());
            store.note(receipt.id(), TimelineEvent.NOT_CHECKED, Note.of(unknown));
          }
          first.accept(receipt);
        });
  }

  private void requireCategory(String category, OpenedDelivery opened) {
    if (category != null) {
      categories.require(category, opened.authors());
    }
  }

  private Receipt keep(
      NewMessage message,
      OpenedDelivery opened,
      String content,
      ClosedDelivery delivery,
      Consumer<Receipt> first)
      throws IOException {
    var mapping = DeliveryMapping.of(opened.content(), content);
    var sealed = new SealedParts(opened.content().foreign(), delivery.content());
    try (var intake = store.intake()) {
      var payload = mapping.payload();
      intake.add(PartRole.PAYLOAD, "payload", typeOf(payload), payload.open());
      for (var item : mapping.attachments()) {
        var partName = DeliveryMapping.name(item);
        intake.add(PartRole.ATTACHMENT, partName, mediaType(partName), item.open());
      }
      sealed.addTo(intake, mapping.names());
      return commit(
          intake,
          message,
          receipt -> {
            note(receipt, opened, sealed);
            first.accept(receipt);
          });
    }
  }

  /** OSCI tells no media types. */
  private static String typeOf(OpenedItem.Octets payload) throws IOException {
    return MessageContainer.looksLikeOne(payload::open) ? ZIP : XML;
  }

  /** A mailbox cannot refuse: another message under a known UUID is kept and rejected. */
  private Receipt commit(Intake intake, NewMessage message, Consumer<Receipt> note) {
    intake.identify();
    try {
      return transaction.execute(status -> noted(intake.commit(message), note));
    } catch (GatewayException e) {
      if (e.code() != ErrorCode.XOEV_UUID_CONFLICT) {
        throw e;
      }
      return transaction.execute(
          status -> {
            var receipt = noted(intake.commitDespiteUuid(message), note);
            if (!receipt.repeated()) {
              store.reject(receipt.id(), e);
            }
            return receipt;
          });
    }
  }

  private static Receipt noted(Receipt receipt, Consumer<Receipt> note) {
    if (!receipt.repeated()) {
      note.accept(receipt);
    }
    return receipt;
  }

  /** What was tolerated or could not be checked stands in the timeline from its beginning. */
  private void note(Receipt receipt, OpenedDelivery opened, SealedParts sealed) {
    if (!opened.authors().isEmpty()) {
      var fingerprints = String.join(" ", opened.authors());
      store.note(
          receipt.id(), TimelineEvent.SIGNED_BY, Note.of(Map.of("fingerprint", fingerprints)));
    }
    if (!opened.tolerated().isEmpty()) {
      var algorithms = String.join(" ", opened.tolerated());
      store.note(
          receipt.id(),
          TimelineEvent.OLD_ALGORITHMS,
          Note.of(
              Map.of("algorithms", algorithms, "policy", opened.legacy() ? "legacy" : "standard")));
    }
    if (!sealed.isEmpty()) {
      store.note(
          receipt.id(),
          TimelineEvent.NOT_CHECKED,
          Note.of(Map.of("encryptedForOthers", String.valueOf(sealed.count()))));
    }
    if (opened.unchecked()) {
      store.note(receipt.id(), TimelineEvent.NOT_CHECKED, Note.of(Map.of("revocation", "unknown")));
    }
  }

  /** Keeps a delivery that cannot be opened as it came, put aside for an operator. */
  void keepClosed(
      String name,
      MailboxProperties.Mailbox mailbox,
      ReceivedDelivery delivery,
      GatewayException why)
      throws IOException {
    var key = OsciKey.closed(delivery.messageId().value());
    keepClosed(message(name, mailbox, key), delivery, why);
  }

  /**
   * Keeps what came of a delivery that cannot even be read, put aside for an operator. The delivery
   * itself stays where it is.
   */
  void keepUnread(
      String name,
      MailboxProperties.Mailbox mailbox,
      MessageId id,
      InputStream octets,
      GatewayException why)
      throws IOException {
    try (var intake = store.intake()) {
      intake.addClosed(PartRole.PAYLOAD, "closed-answer", OCTETS, octets);
      park(intake, message(name, mailbox, OsciKey.closed(id.value())), why);
    } catch (GatewayException e) {
      if (e.code() != ErrorCode.IDEMPOTENCY_CONFLICT) {
        throw e;
      }
      // kept before; the intermediary wrote it anew in the meantime
    }
  }

  /** The same for any message; its key says that it is closed. */
  void keepClosed(NewMessage message, ClosedDelivery delivery, GatewayException why)
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
      if (role == PartRole.PAYLOAD) {
        intake.addClosed(role, "closed-empty", OCTETS, InputStream.nullInputStream());
      }
      park(intake, message, why);
    }
  }

  private void park(Intake intake, NewMessage message, GatewayException why) {
    intake.identify();
    transaction.executeWithoutResult(
        status -> {
          var receipt = intake.commit(message);
          if (!receipt.repeated()) {
            store.park(receipt.id(), why);
          }
        });
  }

  private static void add(
      Intake intake, PartRole role, String name, String mediaType, SpoolFile octets)
      throws IOException {
    intake.addClosed(role, name, mediaType, octets.open());
  }

  private static NewMessage message(String name, MailboxProperties.Mailbox mailbox, String key) {
    return new NewMessage(
        mailbox.tenant(), new Entry(EntryKind.OSCI_MAILBOX, name), key, Traits.NONE);
  }

  private static String mediaType(String name) {
    return Optional.ofNullable(URLConnection.guessContentTypeFromName(name)).orElse(OCTETS);
  }
}
