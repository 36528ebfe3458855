package de.amtsbote.gateway.entry.xta;

import de.amtsbote.gateway.delivery.mailbox.MailboxEntry;
import de.amtsbote.gateway.entry.xta.soap.Answer;
import de.amtsbote.gateway.entry.xta.soap.StoredContent;
import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.GatewayException;
import de.amtsbote.gateway.message.Message;
import de.amtsbote.gateway.message.MessageStore;
import de.amtsbote.gateway.message.Part;
import de.amtsbote.gateway.message.PartRole;
import de.amtsbote.gateway.message.TransmissionStore;
import de.amtsbote.gateway.xta.XtaPart;
import de.amtsbote.gateway.xta.v31.ContainerXml;
import de.amtsbote.gateway.xta.v31.KeptMessage;
import de.amtsbote.gateway.xta.v31.MetadataXml;
import jakarta.activation.DataHandler;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.w3c.dom.Element;

/** Hands entries of a mailbox out: their transport order, and their content as a stream. */
final class MailboxItems {

  private static final Logger LOG = LoggerFactory.getLogger(MailboxItems.class);
  private static final Set<ErrorCode> UNREADABLE =
      EnumSet.of(ErrorCode.CONTENT_ERASED, ErrorCode.PART_DAMAGED);

  private final MessageStore store;
  private final TransmissionStore transmissions;
  private final PostgresXtaMessages messages;
  private final Kept kept;

  MailboxItems(
      MessageStore store,
      TransmissionStore transmissions,
      PostgresXtaMessages messages,
      Kept kept) {
    this.store = store;
    this.transmissions = transmissions;
    this.messages = messages;
    this.kept = kept;
  }

  /** Reads something of an entry. */
  @FunctionalInterface
  interface Reading<T> {
    T read() throws IOException;
  }

  /** What is read; empty when the content is erased or damaged, which the log tells. */
  static <T> Optional<T> readable(MailboxEntry entry, Reading<T> reading) {
    try {
      return Optional.of(reading.read());
    } catch (GatewayException e) {
      if (!UNREADABLE.contains(e.code())) {
        throw e;
      }
      leaveOut(entry, e);
    } catch (IOException e) {
      leaveOut(entry, e);
    }
    return Optional.empty();
  }

  private static void leaveOut(MailboxEntry entry, Exception why) {
    LOG.error(
        "The mailbox '{}' leaves message {} out: {}",
        entry.mailbox(),
        entry.message(),
        why.getMessage());
  }

  /** The transport order with the times of this server. */
  Element metadata(MailboxEntry entry) throws IOException {
    var message = store.get(entry.message());
    return stamped(entry, message, kept.of(message));
  }

  private Element stamped(MailboxEntry entry, Message message, KeptMessage described) {
    var asked = MetadataXml.read(described.metadata()).times();
    var times =
        Milestones.of(asked, message, transmissions.of(message.id()), store.timeline(message.id()));
    return MetadataXml.stamped(
        described.metadata(),
        times.stamped(
            times.initialSend() == null ? entry.enteredAt() : times.initialSend(),
            entry.enteredAt(),
            entry.fetchedAt(),
            entry.fetchedAt()),
        entry.size() == 0 ? null : entry.size());
  }

  /** The whole message, or only its header or body. */
  Answer message(MailboxEntry entry, List<Element> headers, boolean header, boolean body)
      throws IOException {
    var message = store.get(entry.message());
    var described = kept.of(message);
    var all = new ArrayList<Element>(headers);
    if (header) {
      all.add(stamped(entry, message, described));
    }
    if (!body) {
      return new Answer(all, null, Map.of());
    }
    if (isSealed(entry, message)) {
      var content = store.open(message.id(), entry.parts().get(0));
      return new Answer(all, ContainerXml.sealed(content), Map.of());
    }
    return content(entry, message, described, all);
  }

  private boolean isSealed(MailboxEntry entry, Message message) {
    return entry.parts().size() == 1
        && part(message, entry.parts().get(0)).role() == PartRole.PAYLOAD
        && messages.find(message.id()).map(XtaRecord::encrypted).orElse(false);
  }

  private Answer content(
      MailboxEntry entry, Message message, KeptMessage described, List<Element> headers) {
    var references = new ArrayList<ContainerXml.Reference>();
    var contents = new LinkedHashMap<String, DataHandler>();
    for (var number : entry.parts()) {
      var part = part(message, number);
      var contentId = "part-" + number + "@" + entry.id();
      references.add(new ContainerXml.Reference(describe(part, described), contentId));
      contents.put(
          contentId,
          StoredContent.of(part.mediaType(), () -> store.open(message.id(), part.number())));
    }
    return new Answer(headers, ContainerXml.of(references), contents);
  }

  /** Parts that came over XTA stand in the order of their descriptions. */
  private static XtaPart describe(Part part, KeptMessage described) {
    return part.role() != PartRole.MADE && part.number() < described.parts().size()
        ? described.parts().get(part.number())
        : XtaPart.of(part.name(), part.mediaType(), part.size());
  }

  private static Part part(Message message, int number) {
    return message.parts().stream().filter(it -> it.number() == number).findFirst().orElseThrow();
  }
}
