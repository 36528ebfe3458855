package de.amtsbote.gateway.route.worker;

import de.amtsbote.gateway.delivery.mailbox.Mailboxes;
import de.amtsbote.gateway.message.HandOvers;
import de.amtsbote.gateway.message.MessageId;
import de.amtsbote.gateway.message.Note;
import org.springframework.transaction.support.TransactionTemplate;

/** What the end of a route means for its message: the end of the route is the commit. */
final class Ending {

  private final HandOvers handOvers;
  private final Mailboxes mailboxes;
  private final TransactionTemplate transaction;

  Ending(HandOvers handOvers, Mailboxes mailboxes, TransactionTemplate transaction) {
    this.handOvers = handOvers;
    this.mailboxes = mailboxes;
    this.transaction = transaction;
  }

  /** Readers may have said all they had to say while the route still ran. */
  void of(MessageId id, String route) {
    transaction.executeWithoutResult(
        status -> {
          handOvers.routeEnded(id, route);
          mailboxes.conclude(id, Note.SYSTEM.actor());
        });
  }
}
