package de.amtsbote.gateway.entry.procedure;

import de.amtsbote.gateway.delivery.mailbox.AcknowledgementStore.Progress;
import de.amtsbote.gateway.message.PartRole;
import java.time.Instant;
import java.util.List;

/**
 * A message as its reader sees it.
 *
 * @param deliveryId the same when it is handed over again
 * @param processRef what its sender calls the case; null without
 * @param inReplyTo the message that it answers; null without
 */
record MailboxMessage(
    String id,
    String deliveryId,
    Progress progress,
    Instant enteredAt,
    Instant fetchedAt,
    Instant settledAt,
    String standard,
    String version,
    String messageType,
    String author,
    String reader,
    String service,
    String xoevUuid,
    String processRef,
    String inReplyTo,
    long size,
    List<ReadPart> parts,
    List<AcknowledgementView> acknowledgements) {

  /**
   * A part that is for the reader.
   *
   * @param size bytes
   * @param sha256 lower-case hex
   */
  record ReadPart(PartRole role, String name, String mediaType, long size, String sha256) {}
}
