package de.amtsbote.gateway.message.retention;

import de.amtsbote.gateway.message.MessageId;
import de.amtsbote.gateway.message.MessageStore;
import de.amtsbote.gateway.message.Note;
import de.amtsbote.gateway.message.TimelineEvent;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Keeps single messages from being erased, such as for a lawsuit; it stands in their timeline. */
@Component
public class HoldStore {

  private final JdbcTemplate jdbc;
  private final TransactionTemplate transaction;
  private final MessageStore messages;
  private final Clock clock;

  HoldStore(
      JdbcTemplate jdbc, TransactionTemplate transaction, MessageStore messages, Clock clock) {
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.messages = messages;
    this.clock = clock;
  }

  /**
   * From now on nothing of the message is removed; a second hold changes nothing.
   *
   * @param reason stands in the timeline: no personal data
   */
  public void hold(MessageId id, String actor, String reason) {
    transaction.executeWithoutResult(
        status -> {
          var changed =
              jdbc.update(
                  """
                  update message set held_at = ?, held_by = ?, hold_reason = ?
                  where id = ? and held_at is null""",
                  Timestamp.from(clock.instant()),
                  actor,
                  reason,
                  id.value());
          if (changed == 1) {
            messages.note(id, TimelineEvent.HELD, Note.by(actor, Map.of("reason", reason)));
          }
        });
  }

  /** The message may be removed again. */
  public void release(MessageId id, String actor) {
    transaction.executeWithoutResult(
        status -> {
          var changed =
              jdbc.update(
                  """
                  update message set held_at = null, held_by = null, hold_reason = null
                  where id = ? and held_at is not null""",
                  id.value());
          if (changed == 1) {
            messages.note(id, TimelineEvent.RELEASED, Note.by(actor, Map.of()));
          }
        });
  }
}
