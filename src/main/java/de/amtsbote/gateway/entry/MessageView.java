package de.amtsbote.gateway.entry;

import de.amtsbote.gateway.message.Entry;
import de.amtsbote.gateway.message.EntryKind;
import de.amtsbote.gateway.message.Message;
import de.amtsbote.gateway.message.MessageId;
import de.amtsbote.gateway.message.MessageState;
import de.amtsbote.gateway.message.OsciKey;
import de.amtsbote.gateway.message.Part;
import de.amtsbote.gateway.message.TimelineEntry;
import de.amtsbote.gateway.message.Transmission;
import de.amtsbote.gateway.message.TransmissionKind;
import de.amtsbote.gateway.message.correlation.Correlation;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** A message with all that its sender may know. */
record MessageView(
    String id,
    MessageState state,
    Instant receivedAt,
    Instant updatedAt,
    Entry entry,
    String standard,
    String version,
    String messageType,
    String author,
    String reader,
    String service,
    String xoevUuid,
    String osciMessageId,
    String processRef,
    String inReplyTo,
    List<String> replies,
    int failedAttempts,
    Instant nextAttemptAt,
    ReasonView reason,
    List<Part> parts,
    List<TransmissionView> transmissions,
    List<TimelineEntry> timeline) {

  static MessageView of(
      Message message,
      String entryKey,
      Correlation known,
      List<MessageId> replies,
      List<Transmission> transmissions,
      List<TimelineEntry> timeline) {
    var traits = message.traits();
    return new MessageView(
        message.id().toString(),
        message.state(),
        message.receivedAt(),
        message.updatedAt(),
        message.entry(),
        traits.standard(),
        traits.version(),
        traits.messageType(),
        traits.author(),
        traits.reader(),
        traits.service(),
        traits.xoevUuid(),
        osciMessageId(message, entryKey, transmissions),
        known.processRef(),
        known.inReplyTo() == null ? null : known.inReplyTo().toString(),
        replies.stream().map(MessageId::toString).toList(),
        message.attempts(),
        message.nextDueAt(),
        ReasonView.of(message.reason()),
        message.parts(),
        transmissions.stream().map(TransmissionView::of).toList(),
        timeline);
  }

  /** The id under which it goes out over OSCI, else the one under which it came in. */
  private static String osciMessageId(
      Message message, String entryKey, List<Transmission> transmissions) {
    var cameOverOsci =
        message.entry().kind() == EntryKind.OSCI_MAILBOX
            || message.entry().kind() == EntryKind.OSCI_PUSH;
    return transmissions.stream()
        .filter(it -> it.kind() == TransmissionKind.OSCI)
        .map(Transmission::osciMessageId)
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(cameOverOsci && entryKey != null ? OsciKey.idOf(entryKey) : null);
  }
}
