package de.amtsbote.gateway.message;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The attempts of messages. The rows of runs are told to the operating system but not waited for on
 * disk: they outlive the gateway, and a machine that loses its power loses at most the last of
 * them, never a message.
 */
public class AttemptStore {

  private static final String NOT_WAITED_FOR =
      "(select set_config('synchronous_commit', 'off', true)) as quick";

  private final JdbcTemplate jdbc;
  private final NodeName node;
  private final Clock clock;

  AttemptStore(JdbcTemplate jdbc, NodeName node, Clock clock) {
    this.jdbc = jdbc;
    this.node = node;
    this.clock = clock;
  }

  /**
   * A run that has begun.
   *
   * @param abandonedBy the node whose attempt was still open, i.e. which died in it; null when none
   */
  public record Begun(long id, String abandonedBy) {}

  /** Begins a run, and ends what a dead node left open: only one node works on a message. */
  public Begun begin(MessageId message) {
    requireNoTransaction();
    var now = PostgresTimes.time(now());
    return jdbc.queryForObject(
        """
        with abandoned as (
          update attempt set ended_at = ?, result = 'ABANDONED', code = ?
          where message_id = ? and ended_at is null returning node),
        begun as (
          insert into attempt (message_id, tenant, node, started_at)
          select message.id, tenant, ?, ? from message, %s where message.id = ? returning id)
        select (select id from begun), (select max(node) from abandoned)\
        """
            .formatted(NOT_WAITED_FOR),
        (row, index) -> new Begun(row.getLong(1), row.getString(2)),
        now,
        ErrorCode.ATTEMPT_ABANDONED.code(),
        message.value(),
        node.value(),
        now,
        message.value());
  }

  /**
   * Ends what this node has open of a message; a node that took it over ends its own.
   *
   * @param error null when there was none
   */
  public void end(MessageId message, AttemptResult result, GatewayException error) {
    requireNoTransaction();
    jdbc.update(
        "update attempt set ended_at = ?, result = ?, code = ?, incident = ? from "
            + NOT_WAITED_FOR
            + " where message_id = ? and ended_at is null and node = ?",
        PostgresTimes.time(now()),
        result.name(),
        error == null ? null : error.code().code(),
        error == null ? null : error.incident(),
        message.value(),
        node.value());
  }

  /** Takes back a run that was none, because the message has to wait. */
  public void forget(Begun begun) {
    jdbc.update("delete from attempt where id = ?", begun.id());
  }

  /** The receiver that the failed hand-over of this run was for; empty when none failed. */
  public Optional<String> failedDestination(MessageId message, Begun run) {
    return jdbc
        .queryForList(
            """
            select destination from attempt where message_id = ? and id > ?
              and transmission_id is not null and result is distinct from 'DONE'
            order by id desc limit 1\
            """,
            String.class,
            message.value(),
            run.id())
        .stream()
        .findFirst();
  }

  /** How many runs died with their node since that time. */
  public int abandoned(MessageId message, Instant since) {
    return jdbc.queryForObject(
        """
        select count(*) from attempt where message_id = ? and transmission_id is null
          and result = 'ABANDONED' and ended_at >= ?\
        """,
        Integer.class,
        message.value(),
        PostgresTimes.time(since));
  }

  /** All attempts of a message, oldest first. */
  public List<Attempt> of(MessageId message) {
    return jdbc.query(
        "select * from attempt where message_id = ? order by id",
        (row, index) -> attempt(row),
        message.value());
  }

  private static Attempt attempt(ResultSet row) throws SQLException {
    var result = row.getString("result");
    return new Attempt(
        row.getLong("id"),
        row.getObject("transmission_id", UUID.class),
        row.getString("destination"),
        row.getString("node"),
        PostgresTimes.instant(row, "started_at"),
        PostgresTimes.instant(row, "ended_at"),
        result == null ? null : AttemptResult.valueOf(result),
        row.getString("code"),
        row.getString("incident"));
  }

  /** The commit of an outer transaction must be waited for. */
  private static void requireNoTransaction() {
    if (TransactionSynchronizationManager.isActualTransactionActive()) {
      throw new IllegalStateException("attempts begin and end outside of transactions");
    }
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
