package de.amtsbote.osci.mailbox;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * Selects fetchable deliveries that have not been received.
 *
 * @param mailboxes of one owner
 * @param storedFrom only those stored at this instant or later
 * @param modifiedFrom only those whose card was modified at this instant or later
 */
public record WaitingQuery(
    Set<String> mailboxes, Optional<Instant> storedFrom, Optional<Instant> modifiedFrom) {

  /** Copies the collections. */
  public WaitingQuery {
    mailboxes = Set.copyOf(mailboxes);
  }

  /** All deliveries that wait in the mailboxes. */
  public static WaitingQuery all(Set<String> mailboxes) {
    return new WaitingQuery(mailboxes, Optional.empty(), Optional.empty());
  }

  /** Those stored at this instant or later. */
  public static WaitingQuery storedFrom(Set<String> mailboxes, Instant from) {
    return new WaitingQuery(mailboxes, Optional.of(from), Optional.empty());
  }

  /** Those whose card was modified at this instant or later. */
  public static WaitingQuery modifiedFrom(Set<String> mailboxes, Instant from) {
    return new WaitingQuery(mailboxes, Optional.empty(), Optional.of(from));
  }
}
