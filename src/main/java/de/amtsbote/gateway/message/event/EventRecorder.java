package de.amtsbote.gateway.message.event;

import de.amtsbote.gateway.message.Entry;
import de.amtsbote.gateway.message.EntryKind;
import de.amtsbote.gateway.message.Message;
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
  private static final Set<EntryKind> PORTALS = EnumSet.of(EntryKind.REST, EntryKind.XTA);

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
          subscriptions.includes(change.tenant(), change.entry().account()));
    }
  }

  /**
   * Tells of something that is no move, in the running transaction.
   *
   * @param line the timeline entry that says it
   */
  public void noted(Message message, TimelineEntry line, EventType type) {
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
          subscriptions.includes(message.tenant(), entry.account()));
    }
  }
}
