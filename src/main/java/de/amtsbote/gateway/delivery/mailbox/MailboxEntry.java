package de.amtsbote.gateway.delivery.mailbox;

import de.amtsbote.gateway.message.MessageId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A message that waits for its reader, or waited.
 *
 * @param id the delivery id
 * @param number position; later entries have higher ones
 * @param parts numbers of the parts that are for the reader, the payload first
 * @param size octets of these parts
 * @param fetchedAt when the reader said that it has it; null before
 * @param settledAt when the reader said what became of it; null before
 * @param withdrawnAt when the message ended before the reader had it; null otherwise
 */
public record MailboxEntry(
    UUID id,
    long number,
    String mailbox,
    MessageId message,
    List<Integer> parts,
    long size,
    Instant enteredAt,
    Instant fetchedAt,
    Instant settledAt,
    Instant withdrawnAt) {

  public MailboxEntry {
    parts = List.copyOf(parts);
  }
}
