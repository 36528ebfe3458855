package de.amtsbote.gateway.entry.procedure;

import de.amtsbote.gateway.delivery.About;
import de.amtsbote.gateway.delivery.Handover;
import de.amtsbote.gateway.delivery.HandoverPart;
import de.amtsbote.gateway.delivery.mailbox.Acknowledgement;
import de.amtsbote.gateway.delivery.mailbox.AcknowledgementStore;
import de.amtsbote.gateway.delivery.mailbox.AcknowledgementStore.Progress;
import de.amtsbote.gateway.delivery.mailbox.MailboxEntry;
import de.amtsbote.gateway.message.Message;
import de.amtsbote.gateway.message.MessageStore;
import de.amtsbote.gateway.message.Part;
import de.amtsbote.gateway.message.PartRole;
import de.amtsbote.gateway.message.correlation.Correlation;
import de.amtsbote.gateway.message.correlation.CorrelationStore;
import java.io.IOException;
import java.util.List;
import org.springframework.stereotype.Component;

/** Turns entries of mailboxes into what readers get. */
@Component
class WaitingMessages {

  private final MessageStore store;
  private final CorrelationStore correlations;
  private final AcknowledgementStore acknowledgements;

  WaitingMessages(
      MessageStore store, CorrelationStore correlations, AcknowledgementStore acknowledgements) {
    this.store = store;
    this.correlations = correlations;
    this.acknowledgements = acknowledgements;
  }

  MailboxMessage describe(MailboxEntry entry) {
    return describe(List.of(entry)).get(0);
  }

  /** Asks the database as often for many entries as for one. */
  List<MailboxMessage> describe(List<MailboxEntry> entries) {
    var ids = entries.stream().map(MailboxEntry::message).toList();
    var found = store.find(ids);
    var known = correlations.of(ids);
    var said = acknowledgements.of(entries.stream().map(MailboxEntry::id).toList());
    return entries.stream()
        .filter(it -> found.containsKey(it.message()))
        .map(
            it ->
                describe(
                    it,
                    found.get(it.message()),
                    known.getOrDefault(it.message(), Correlation.NONE),
                    said.getOrDefault(it.id(), List.of())))
        .toList();
  }

  private static MailboxMessage describe(
      MailboxEntry entry, Message message, Correlation known, List<Acknowledgement> said) {
    var traits = message.traits();
    return new MailboxMessage(
        message.id().toString(),
        entry.id().toString(),
        progress(entry),
        entry.enteredAt(),
        entry.fetchedAt(),
        entry.settledAt(),
        traits.standard(),
        traits.version(),
        traits.messageType(),
        traits.author(),
        traits.reader(),
        traits.service(),
        traits.xoevUuid(),
        known.processRef(),
        known.inReplyTo() == null ? null : known.inReplyTo().toString(),
        entry.size(),
        parts(entry, message),
        said.stream().map(AcknowledgementView::of).toList());
  }

  /**
   * What a push to the reader would hold.
   *
   * @throws de.amtsbote.gateway.message.GatewayException CONTENT_ERASED after retention
   */
  Handover handover(MailboxEntry entry) throws IOException {
    var message = store.get(entry.message());
    // whether the content is still there must be known before the answer begins
    store.open(message.id(), entry.parts().get(0)).close();
    var all = entry.parts().stream().map(it -> content(message, part(message, it))).toList();
    return new Handover(
        entry.id().toString(),
        message.id().toString(),
        About.of(message, correlations),
        all.get(0),
        all.subList(1, all.size()),
        Handover.PAYLOAD_FILE);
  }

  private HandoverPart content(Message message, Part part) {
    return new HandoverPart(
        part.name(),
        part.mediaType(),
        part.size(),
        part.sha256(),
        () -> store.open(message.id(), part.number()));
  }

  private static List<MailboxMessage.ReadPart> parts(MailboxEntry entry, Message message) {
    var first = entry.parts().get(0);
    return entry.parts().stream()
        .map(number -> part(message, number))
        .map(
            it ->
                new MailboxMessage.ReadPart(
                    it.number() == first ? PartRole.PAYLOAD : PartRole.ATTACHMENT,
                    it.name(),
                    it.mediaType(),
                    it.size(),
                    it.sha256()))
        .toList();
  }

  private static Part part(Message message, int number) {
    return message.parts().stream().filter(it -> it.number() == number).findFirst().orElseThrow();
  }

  private static Progress progress(MailboxEntry entry) {
    if (entry.settledAt() != null) {
      return Progress.SETTLED;
    }
    return entry.fetchedAt() == null ? Progress.NEW : Progress.ACCEPTED;
  }
}
