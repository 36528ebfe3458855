package de.amtsbote.gateway.operations;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Counts what waits; counting stops at a million, for nobody needs to know more. */
@Component
class BacklogStore {

  private static final int LIMIT = 1_000_000;

  private final JdbcTemplate jdbc;
  private final Clock clock;

  BacklogStore(JdbcTemplate jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  Backlog read() {
    return new Backlog(count("'RECEIVED', 'VALIDATED', 'SENT'"), count("'PARKED'"), overdue());
  }

  private long count(String states) {
    return jdbc.queryForObject(
        "select count(*) from (select 1 from message where state in (%s) limit %d) as waiting"
            .formatted(states, LIMIT),
        Long.class);
  }

  private Duration overdue() {
    var oldest =
        jdbc.queryForObject(
            """
            select min(execution_time) from scheduled_tasks
            where task_name = 'message' and not picked""",
            Timestamp.class);
    var age =
        oldest == null ? Duration.ZERO : Duration.between(oldest.toInstant(), clock.instant());
    return age.isNegative() ? Duration.ZERO : age;
  }
}
