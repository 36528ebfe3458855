package de.amtsbote.gateway.message;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The only writer of states and timelines. A move, its timeline entry and what listeners add to it
 * are one transaction.
 */
final class StateWriter {

  private final PostgresMessages messages;
  private final LockedRows rows;
  private final TransactionTemplate transaction;
  private final Supplier<List<StateListener>> listeners;
  private final Clock clock;

  StateWriter(
      PostgresTables tables,
      TransactionTemplate transaction,
      Supplier<List<StateListener>> listeners,
      Clock clock) {
    this.messages = tables.messages();
    this.rows = new LockedRows(messages);
    this.transaction = transaction;
    this.listeners = listeners;
    this.clock = clock;
  }

  /** Writes a new message and its first entry; its parts follow in the same transaction. */
  TimelineEntry begin(
      MessageId id, NewMessage message, WrappedKey key, Instant now, Map<String, String> details) {
    var note = Note.by(message.actor(), details);
    var first = TimelineChain.first(id, now, TimelineEvent.RECEIVED, MessageState.RECEIVED, note);
    messages.insert(id, message, key, first);
    rows.put(id, PostgresMessages.Locked.begin(message, first));
    return first;
  }

  /** Tells of a message that the running transaction has just inserted, with its parts. */
  void begun(MessageId id, NewMessage message, TimelineEntry first) {
    tell(new StateChange(id, message.tenant(), message.entry(), Optional.empty(), first));
  }

  void move(MessageId id, MessageState to, TimelineEvent event, Note note, Reason reason) {
    transaction.executeWithoutResult(status -> move(id, rows.lock(id), to, event, note, reason));
  }

  private void move(
      MessageId id,
      PostgresMessages.Locked locked,
      MessageState to,
      TimelineEvent event,
      Note note,
      Reason reason) {
    if (!locked.state().canMoveTo(to)) {
      throw new GatewayException(
          ErrorCode.TRANSITION_ILLEGAL,
          "message " + id + " is " + locked.state() + " and cannot become " + to);
    }
    var line = line(id, locked, event, to, note);
    messages.setState(id, locked.tenant(), reason, line);
    rows.put(id, locked.after(line));
    tell(new StateChange(id, locked.tenant(), locked.entry(), Optional.of(locked.state()), line));
  }

  void advance(MessageId id, MessageState to, Note note) {
    transaction.executeWithoutResult(
        status -> {
          var locked = rows.lock(id);
          if (!locked.state().hasReached(to)) {
            move(id, locked, to, TimelineEvent.reached(to), note, null);
          }
        });
  }

  TimelineEntry note(MessageId id, TimelineEvent event, Note note) {
    return transaction.execute(
        status -> {
          var locked = rows.lock(id);
          var line = line(id, locked, event, locked.state(), note);
          messages.setHead(id, locked.tenant(), line);
          rows.put(id, locked.after(line));
          return line;
        });
  }

  /** Notes which route takes the message, and keeps it. */
  void routed(MessageId id, String route) {
    transaction.executeWithoutResult(
        status -> {
          var locked = rows.lock(id);
          var note = Note.of(Map.of("route", route));
          var line = line(id, locked, TimelineEvent.ROUTED, locked.state(), note);
          messages.setRoute(id, locked.tenant(), route, line);
          rows.put(id, locked.after(line));
        });
  }

  private TimelineEntry line(
      MessageId id,
      PostgresMessages.Locked locked,
      TimelineEvent event,
      MessageState state,
      Note note) {
    return TimelineChain.after(id, locked.length(), locked.head(), now(), event, state, note);
  }

  private void tell(StateChange change) {
    listeners.get().forEach(listener -> listener.moved(change));
  }

  /** Holds the row of a message until the running transaction ends. */
  void lock(MessageId id) {
    transaction.executeWithoutResult(status -> rows.lock(id));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
