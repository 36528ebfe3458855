package de.amtsbote.gateway.message.event;

import de.amtsbote.gateway.message.MessageId;
import de.amtsbote.gateway.message.MessageState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The table of events. */
@Component
public class EventStore {

  private static final String COLUMNS =
      """
      select e.id, coalesce(e.position, 0), e.tenant, e.account, e.message_id, e.sequence, e.type,
        e.at, e.state, e.code, e.push_attempts, e.reply_id, c.process_ref, c.in_reply_to
      from event e left join correlation c on c.message_id = e.message_id
      """;

  /** One reader at a time gives positions. */
  private static final long POSITION_LOCK = 4_186_102_531L;

  private final JdbcTemplate jdbc;
  private final TransactionTemplate transaction;

  EventStore(JdbcTemplate jdbc, TransactionTemplate transaction) {
    this.jdbc = jdbc;
    this.transaction = transaction;
  }

  /**
   * Adds an event, in the running transaction.
   *
   * @param reply the answer that lies ready; null for other events
   * @param push whether it is to be pushed, too
   */
  void add(
      String tenant,
      String account,
      MessageId message,
      int sequence,
      EventType type,
      Instant at,
      MessageState state,
      String code,
      MessageId reply,
      boolean push) {
    jdbc.update(
        """
        insert into event (tenant, account, message_id, sequence, type, at, state, code, reply_id,
          push_due_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
        tenant,
        account,
        message.value(),
        sequence,
        type.name(),
        Timestamp.from(at),
        state.name(),
        code,
        reply == null ? null : reply.value(),
        push ? Timestamp.from(at) : null);
  }

  /** Events of an account behind a position of the feed, in its order. */
  public List<Event> after(String tenant, String account, long position, int limit) {
    return query(
        "where e.tenant = ? and e.account = ? and e.position > ? order by e.position limit ?",
        tenant,
        account,
        position,
        limit);
  }

  /**
   * Gives positions to events that have none; each is committed before a later one is seen.
   *
   * @return how many it were; 0 also when another reader is at it
   */
  public int givePositions(int limit) {
    return transaction.execute(
        status -> {
          if (!jdbc.queryForObject(
              "select pg_try_advisory_xact_lock(?)", Boolean.class, POSITION_LOCK)) {
            return 0;
          }
          return jdbc.update(
              """
              update event set position = placed.position
              from (select id, nextval('event_position') as position
                    from (select id from event where position is null order by id limit ?) as next)
                as placed
              where event.id = placed.id""",
              limit);
        });
  }

  /**
   * Events of an account to be pushed now: of each message the earliest only, so that a portal gets
   * the events of a message in their order.
   */
  public List<Event> toPush(String tenant, String account, Instant now, int limit) {
    return query(
        """
        where e.tenant = ? and e.account = ? and e.push_due_at <= ? and not exists (
          select 1 from event earlier where earlier.message_id = e.message_id
            and earlier.sequence < e.sequence and earlier.push_due_at is not null)
        order by e.push_due_at, e.id limit ?""",
        tenant,
        account,
        Timestamp.from(now),
        limit);
  }

  /** The portal has it. */
  public void pushed(long id, Instant now) {
    jdbc.update(
        "update event set push_due_at = null, pushed_at = ?, push_code = null where id = ?",
        Timestamp.from(now),
        id);
  }

  /** The portal does not have it; what comes after it of the same message waits as long. */
  public void notPushed(Event event, String code, Instant next) {
    jdbc.update(
        """
        update event set push_due_at = ?, push_attempts = push_attempts + 1, push_code = ?
        where id = ?""",
        Timestamp.from(next),
        code,
        event.id());
    jdbc.update(
        """
        update event set push_due_at = ? where id in (
          select id from event where message_id = ? and sequence > ? and push_due_at < ?
          for update skip locked)""",
        Timestamp.from(next),
        event.messageId().value(),
        event.sequence(),
        Timestamp.from(next));
  }

  /** Nothing that is due now for an account could be tried; that counts as no attempt. */
  public void postpone(String tenant, String account, Instant now, String code, Instant next) {
    jdbc.update(
        """
        update event set push_due_at = ?, push_code = ?
        where tenant = ? and account = ? and push_due_at <= ?""",
        Timestamp.from(next),
        code,
        tenant,
        account,
        Timestamp.from(now));
  }

  /** It is not tried again. */
  public void givenUp(long id, String code) {
    jdbc.update("update event set push_due_at = null, push_code = ? where id = ?", code, id);
  }

  /** How many events wait to be pushed, at most the limit. */
  public long waiting(long limit) {
    return jdbc.queryForObject(
        """
        select count(*) from (select 1 from event where push_due_at is not null limit ?) as w""",
        Long.class,
        limit);
  }

  private List<Event> query(String rest, Object... arguments) {
    return jdbc.query(COLUMNS + rest, (row, index) -> event(row), arguments);
  }

  private static Event event(ResultSet row) throws SQLException {
    return new Event(
        row.getLong(1),
        row.getLong(2),
        row.getString(3),
        row.getString(4),
        new MessageId(row.getObject(5, UUID.class)),
        row.getInt(6),
        EventType.valueOf(row.getString(7)),
        row.getTimestamp(8).toInstant(),
        MessageState.valueOf(row.getString(9)),
        row.getString(10),
        row.getInt(11),
        id(row, 12),
        row.getString(13),
        id(row, 14));
  }

  private static MessageId id(ResultSet row, int column) throws SQLException {
    var id = row.getObject(column, UUID.class);
    return id == null ? null : new MessageId(id);
  }
}
