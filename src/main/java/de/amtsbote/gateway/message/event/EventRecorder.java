package de.amtsbote.gateway.message.event;

import de.amtsbote.gateway.message.Entry;
import de.amtsbote.gateway.message.EntryKind;
import de.amtsbote.gateway.message.Message;
import de.amtsbote.gateway.message.MessageId;
import de.amtsbote.gateway.message.StateChange;
import de.amtsbote.gateway.message.StateListener;
import de.amtsbote.gateway.message.TimelineEntry;
import java.util.EnumSet;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Writes an event for each move of a message that a portal handed in, with the move itself. */
@Component
public class EventRecorder implements StateListener {

  /** Entries behind which somebody is who wants to know. */
  private static final Set<EntryKind> PORTALS =
      EnumSet.of(EntryKind.REST, EntryKind.XTA, EntryKind.REPLY);

  private final EventStore store;
  private final PushSubscriptions subscriptions;

  EventRecorder(EventStore store, PushSubscriptions subscriptions) {
    this.store = store;
    this.subscriptions = subscriptions;
  }

  @Override
  public void moved(StateChange change) {
    var line = change.line();
    if (PORTALS.contains(change.entry().kind())) {
      store.add(
          change.tenant(),
          change.entry().account(),
          change.id(),
          line.sequence(),
          EventType.of(change.state()),
          line.at(),
          change.state(),
          line.code(),
          null,
          subscriptions.includes(change.tenant(), change.entry().account()));
    }
  }

  /**
   * Tells of something that is no move, in the running transaction.
   *
   * @param line the timeline entry that says it
   */
  public void noted(Message message, TimelineEntry line, EventType type) {
    noted(message, line, type, null);
  }

  /**
   * Tells that an answer lies ready, in the running transaction.
   *
   * @param line the timeline entry that says it
   */
  public void replied(Message message, TimelineEntry line, MessageId reply) {
    noted(message, line, EventType.REPLY, reply);
  }

  private void noted(Message message, TimelineEntry line, EventType type, MessageId reply) {
    Entry entry = message.entry();
    if (PORTALS.contains(entry.kind())) {
      store.add(
          message.tenant(),
          entry.account(),
          message.id(),
          line.sequence(),
          type,
          line.at(),
          line.state(),
          line.code(),
          reply,
          subscriptions.includes(message.tenant(), entry.account()));
    }
  }
}
