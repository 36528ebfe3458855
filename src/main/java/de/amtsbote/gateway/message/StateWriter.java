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

  private final PostgresTables tables;
  private final TransactionTemplate transaction;
  private final Supplier<List<StateListener>> listeners;
  private final Clock clock;

  StateWriter(
      PostgresTables tables,
      TransactionTemplate transaction,
      Supplier<List<StateListener>> listeners,
      Clock clock) {
    this.tables = tables;
    this.transaction = transaction;
    this.listeners = listeners;
    this.clock = clock;
  }

  /** The first entry of a new message. */
  TimelineEntry first(MessageId id, NewMessage message, Instant now, Map<String, String> details) {
    var note = Note.by(message.actor(), details);
    return TimelineChain.first(id, now, TimelineEvent.RECEIVED, MessageState.RECEIVED, note);
  }

  /** Writes the first entry of a message that the running transaction has just inserted. */
  void begin(MessageId id, NewMessage message, TimelineEntry first) {
    tables.timeline().insert(id, message.tenant(), first);
    tell(new StateChange(id, message.tenant(), message.entry(), Optional.empty(), first));
  }

  void move(MessageId id, MessageState to, TimelineEvent event, Note note, Reason reason) {
    transaction.executeWithoutResult(status -> move(id, lock(id), to, event, note, reason));
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
    tables.messages().setState(id, locked.tenant(), reason, line);
    tell(new StateChange(id, locked.tenant(), locked.entry(), Optional.of(locked.state()), line));
  }

  void advance(MessageId id, MessageState to, Note note) {
    transaction.executeWithoutResult(
        status -> {
          var locked = lock(id);
          if (!locked.state().hasReached(to)) {
            move(id, locked, to, TimelineEvent.reached(to), note, null);
          }
        });
  }

  void note(MessageId id, TimelineEvent event, Note note) {
    transaction.executeWithoutResult(
        status -> {
          var locked = lock(id);
          var line = line(id, locked, event, locked.state(), note);
          tables.messages().setHead(id, locked.tenant(), line);
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

  PostgresMessages.Locked lock(MessageId id) {
    return tables.messages().lock(id).orElseThrow(() -> MessageReader.unknown(id));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
