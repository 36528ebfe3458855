package de.amtsbote.osci.mailbox;

import java.time.Instant;
import java.util.Optional;

/**
 * Selects fetchable deliveries of a mailbox that have not been received.
 *
 * @param storedFrom only those stored at this instant or later
 * @param modifiedFrom only those whose card was modified at this instant or later
 */
public record WaitingQuery(
    String mailbox, Optional<Instant> storedFrom, Optional<Instant> modifiedFrom) {

  /** All deliveries that wait in a mailbox. */
  public static WaitingQuery all(String mailbox) {
    return new WaitingQuery(mailbox, Optional.empty(), Optional.empty());
  }

  /** Those stored at this instant or later. */
  public static WaitingQuery storedFrom(String mailbox, Instant from) {
    return new WaitingQuery(mailbox, Optional.of(from), Optional.empty());
  }

  /** Those whose card was modified at this instant or later. */
  public static WaitingQuery modifiedFrom(String mailbox, Instant from) {
    return new WaitingQuery(mailbox, Optional.empty(), Optional.of(from));
  }
}
