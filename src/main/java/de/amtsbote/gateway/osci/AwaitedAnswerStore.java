package de.amtsbote.gateway.osci;

import de.amtsbote.gateway.message.MessageId;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Brings an answer to the request that waits for it, on whichever node that is. Each step is one
 * statement that only one side can win, so an answer is given to who waits or goes by itself, and
 * never neither.
 */
public final class AwaitedAnswerStore {

  /** How far it has come. */
  public enum State {
    /** Somebody waits. */
    OPEN,
    /** There is an answer for him. */
    OFFERED,
    /** He is about to get it. */
    TAKEN,
    /** He has got it. */
    GIVEN,
    /** He does not wait any more, or it could not be given to him. */
    LAPSED
  }

  private final JdbcTemplate jdbc;
  private final Clock clock;

  AwaitedAnswerStore(JdbcTemplate jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** Somebody waits for the answer to this message; in the running transaction. */
  public void await(MessageId message, Instant until) {
    jdbc.update(
        """
        insert into awaited_answer (message_id, until, state) values (?, ?, 'OPEN')
        on conflict (message_id) do update set until = excluded.until, state = 'OPEN',
          answer_id = null""",
        message.value(),
        Timestamp.from(until));
  }

  /**
   * Offers an answer.
   *
   * @return false when nobody waits; true also when this answer was offered before
   */
  boolean offer(MessageId message, MessageId answer) {
    return jdbc.update(
            """
            update awaited_answer
            set answer_id = ?, state = case state when 'OPEN' then 'OFFERED' else state end
            where message_id = ? and ((state = 'OPEN' and until > ?)
              or (state in ('OFFERED', 'TAKEN', 'GIVEN') and answer_id = ?))""",
            answer.value(),
            message.value(),
            Timestamp.from(clock.instant()),
            answer.value())
        == 1;
  }

  /** Takes the answer that is offered. */
  public Optional<MessageId> take(MessageId message) {
    return jdbc
        .query(
            """
            update awaited_answer set state = 'TAKEN' where message_id = ? and state = 'OFFERED'
            returning answer_id""",
            (row, index) -> new MessageId(row.getObject(1, UUID.class)),
            message.value())
        .stream()
        .findFirst();
  }

  /** The answer has been sent to who waited. */
  public void given(MessageId message) {
    jdbc.update(
        "update awaited_answer set state = 'GIVEN' where message_id = ? and state = 'TAKEN'",
        message.value());
  }

  /**
   * Nobody waits any more.
   *
   * @return false when the answer has been given before
   */
  public boolean lapse(MessageId message) {
    return jdbc.update(
            "update awaited_answer set state = 'LAPSED' where message_id = ? and state <> 'GIVEN'",
            message.value())
        == 1;
  }

  /** How far it has come; LAPSED where nobody ever waited. */
  State state(MessageId message) {
    return jdbc
        .queryForList(
            "select state from awaited_answer where message_id = ?", String.class, message.value())
        .stream()
        .map(State::valueOf)
        .findFirst()
        .orElse(State.LAPSED);
  }

  /** True when the time of waiting has passed. */
  boolean isOver(MessageId message) {
    return !Boolean.TRUE.equals(
        jdbc.query(
            "select until > ? from awaited_answer where message_id = ?",
            row -> row.next() ? row.getBoolean(1) : null,
            Timestamp.from(clock.instant()),
            message.value()));
  }
}
