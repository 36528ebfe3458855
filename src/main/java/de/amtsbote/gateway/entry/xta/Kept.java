package de.amtsbote.gateway.entry.xta;

import de.amtsbote.gateway.message.EntryKind;
import de.amtsbote.gateway.message.Message;
import de.amtsbote.gateway.message.MessageStore;
import de.amtsbote.gateway.message.PartRole;
import de.amtsbote.gateway.message.correlation.CorrelationStore;
import de.amtsbote.gateway.xta.XtaCode;
import de.amtsbote.gateway.xta.XtaMetadata;
import de.amtsbote.gateway.xta.XtaParty;
import de.amtsbote.gateway.xta.XtaTimes;
import de.amtsbote.gateway.xta.v31.KeptMessage;
import de.amtsbote.gateway.xta.v31.MetadataXml;
import java.io.IOException;
import java.util.List;

/** What XTA says about a message: as its author wrote it, or made of what the gateway knows. */
final class Kept {

  private static final String UNKNOWN = "unbekannt";
  private static final String TYPES = "urn:de:amtsbote:xta:message.type";

  private final MessageStore store;
  private final XtaIds ids;
  private final CorrelationStore correlations;

  Kept(MessageStore store, XtaIds ids, CorrelationStore correlations) {
    this.correlations = correlations;
    this.store = store;
    this.ids = ids;
  }

  /** The transport order and the descriptions of the parts. */
  KeptMessage of(Message message) throws IOException {
    var header =
        message.parts().stream()
            .filter(
                it -> it.role() == PartRole.HEADER && KeptMessage.MEDIA_TYPE.equals(it.mediaType()))
            .findFirst();
    if (header.isEmpty()) {
      return new KeptMessage(MetadataXml.write(made(message)), List.of());
    }
    try (var content = store.open(message.id(), header.get().number())) {
      return inOurWords(message, KeptMessage.read(content.readAllBytes()));
    }
  }

  /**
   * An answer that was fetched from another server names the question by the id that it had there;
   * whoever asked knows another one.
   */
  private KeptMessage inOurWords(Message message, KeptMessage kept) {
    var known = correlations.of(message.id());
    return message.entry().kind() == EntryKind.XTA_MAILBOX && known.inReplyTo() != null
        ? new KeptMessage(
            MetadataXml.answering(
                kept.metadata(),
                ids.of(known.inReplyTo()),
                correlations.of(known.inReplyTo()).processRef()),
            kept.parts())
        : kept;
  }

  private XtaMetadata made(Message message) {
    var traits = message.traits();
    var standard = or(traits.standard(), UNKNOWN);
    var version = or(traits.version(), "1");
    var known = correlations.of(message.id());
    return new XtaMetadata(
        ids.of(message.id()),
        known.inReplyTo() == null ? List.of() : List.of(ids.of(known.inReplyTo())),
        known.processRef(),
        null,
        XtaParty.of(or(traits.author(), UNKNOWN)),
        XtaParty.of(or(traits.reader(), UNKNOWN)),
        null,
        or(traits.service(), "urn:de:amtsbote:service:" + standard),
        new XtaCode(null, null, standard),
        new XtaCode(TYPES, version, or(traits.messageType(), UNKNOWN)),
        "urn:de:amtsbote:standard:" + standard + ":" + version,
        null,
        new XtaTimes(message.receivedAt(), null, null, null, null, null, null),
        null,
        false);
  }

  private static String or(String value, String otherwise) {
    return value == null || value.isBlank() ? otherwise : value;
  }
}
