package de.amtsbote.gateway.delivery.mailbox;

import de.amtsbote.gateway.message.MessageId;
import java.time.Instant;
import java.util.Set;

/**
 * Which entries of which mailboxes are meant.
 *
 * @param mailboxes never empty
 * @param messages only these messages; null for all
 * @param from entered no earlier; null for ever
 * @param to entered no later; null for ever
 * @param fetched only those that are fetched, or are not; null for both
 */
public record MailboxSelection(
    String tenant,
    Set<String> mailboxes,
    Set<MessageId> messages,
    Instant from,
    Instant to,
    Boolean fetched) {

  public MailboxSelection {
    mailboxes = Set.copyOf(mailboxes);
    messages = messages == null ? null : Set.copyOf(messages);
  }
}
