package de.amtsbote.gateway.operations.control;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** What operators did that no timeline tells of, or not in one place. */
@Component
class OperationLogStore {

  private final JdbcTemplate jdbc;
  private final Clock clock;

  OperationLogStore(JdbcTemplate jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * One line.
   *
   * @param details as JSON
   */
  record Line(
      long id,
      Instant at,
      String actor,
      String action,
      String target,
      String reason,
      @JsonRawValue String details) {}

  void add(
      String tenant, String actor, String action, String target, String reason, String details) {
    jdbc.update(
        """
        insert into operation_log (tenant, at, actor, action, target, reason, details)
        values (?, ?, ?, ?, ?, ?, ?::jsonb)\
        """,
        tenant,
        Timestamp.from(clock.instant()),
        actor,
        action,
        target,
        reason,
        details);
  }

  /** A page, newest first. */
  List<Line> list(String tenant, long before, int limit) {
    return jdbc.query(
        "select * from operation_log where tenant = ? and id < ? order by id desc limit ?",
        (row, index) ->
            new Line(
                row.getLong("id"),
                row.getTimestamp("at").toInstant(),
                row.getString("actor"),
                row.getString("action"),
                row.getString("target"),
                row.getString("reason"),
                row.getString("details")),
        tenant,
        before,
        limit);
  }
}
