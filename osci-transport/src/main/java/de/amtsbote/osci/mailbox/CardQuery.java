package de.amtsbote.osci.mailbox;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * Selects process cards that an owner of mailboxes may see.
 *
 * @param mailboxes of who asks
 * @param asAddressee include cards of deliveries to this mailbox
 * @param asOriginator include cards of deliveries sent by its owner
 * @param messageIds only these; empty: any
 * @param createdFrom only cards created at this instant or later
 * @param modifiedFrom only cards modified at this instant or later
 * @param onlyWithoutReception only cards of deliveries that have not been received
 * @param limit how many at most
 */
public record CardQuery(
    Set<String> mailboxes,
    boolean asAddressee,
    boolean asOriginator,
    Set<String> messageIds,
    Optional<Instant> createdFrom,
    Optional<Instant> modifiedFrom,
    boolean onlyWithoutReception,
    int limit) {

  /** Copies the collections. */
  public CardQuery {
    mailboxes = Set.copyOf(mailboxes);
    messageIds = Set.copyOf(messageIds);
  }

  /** Every card that the owner of the mailboxes may see. */
  public static CardQuery all(Set<String> mailboxes, int limit) {
    return new CardQuery(
        mailboxes, true, true, Set.of(), Optional.empty(), Optional.empty(), false, limit);
  }

  /** Whether a card is selected; the limit is not looked at. */
  public boolean matches(ProcessCardEntry card) {
    boolean visible =
        asAddressee && mailboxes.contains(card.mailbox())
            || asOriginator && card.originator().filter(mailboxes::contains).isPresent();
    return visible
        && (messageIds.isEmpty() || messageIds.contains(card.messageId()))
        && createdFrom.filter(from -> card.createdAt().isBefore(from)).isEmpty()
        && modifiedFrom.filter(from -> card.modifiedAt().isBefore(from)).isEmpty()
        && !(onlyWithoutReception && card.receivedAt().isPresent());
  }
}
