package de.amtsbote.gateway.delivery.mailbox;

import de.amtsbote.gateway.message.MessageState;
import de.amtsbote.gateway.message.StateChange;
import de.amtsbote.gateway.message.StateListener;
import java.util.EnumSet;
import java.util.Set;

/** Nobody can pick up any more what its sender was told will not be delivered. */
final class WithdrawnEntries implements StateListener {

  private static final Set<MessageState> ENDED =
      EnumSet.of(MessageState.EXPIRED, MessageState.CANCELLED, MessageState.REJECTED);

  private final MailboxStore entries;

  WithdrawnEntries(MailboxStore entries) {
    this.entries = entries;
  }

  @Override
  public void moved(StateChange change) {
    if (ENDED.contains(change.state())) {
      entries.withdraw(change.id());
    }
  }
}
