package de.amtsbote.gateway.message.clock;

import de.amtsbote.gateway.message.lifeline.PostgresLifeline;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The time of the database, and what is planned by it. */
@Component
class SharedTimeStore {

  private static final List<String> WORK = List.of("scheduled_tasks", "recurring_job");

  /** What waits until a time, or is somebody's until then. */
  private static final Map<String, String> WAITING =
      Map.of(
          "circuit", "probe_at",
          "circuit as probe", "probe_until",
          "gate_slot", "until",
          "event", "push_due_at",
          "webhook_circuit", "next_at",
          "fit_sending", "next_look_at",
          "osci_push", "due_at");

  private final JdbcTemplate jdbc;

  @Autowired
  SharedTimeStore(PostgresLifeline lifeline) {
    this(lifeline.jdbc());
  }

  SharedTimeStore(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  Instant now() {
    return jdbc.queryForObject("select clock_timestamp()", OffsetDateTime.class).toInstant();
  }

  /**
   * The clock was set back: what was planned while it was wrong would wait that much too long.
   * Early is harmless, so everything that waits is due that much earlier.
   */
  void pullForward(Duration wrong, Instant now) {
    var millis = wrong.toMillis();
    for (var work : WORK) {
      jdbc.update(
          """
          update %s
          set execution_time = greatest(?, execution_time - ? * interval '1 millisecond')
          where execution_time > ? and not picked"""
              .formatted(work),
          Timestamp.from(now),
          millis,
          Timestamp.from(now));
      jdbc.update(
          "update %s set last_heartbeat = ? where picked and last_heartbeat > ?".formatted(work),
          Timestamp.from(now),
          Timestamp.from(now));
    }
    WAITING.forEach((table, time) -> pullForward(table, time, millis, now));
    jdbc.update(
        """
        update transmission
        set next_check_at = greatest(?, next_check_at - ? * interval '1 millisecond')
        where state = 'SENT' and next_check_at > ?""",
        Timestamp.from(now),
        millis,
        Timestamp.from(now));
  }

  private void pullForward(String table, String time, long millis, Instant now) {
    jdbc.update(
        """
        update %1$s set %2$s = greatest(?, %2$s - ? * interval '1 millisecond') where %2$s > ?"""
            .formatted(table, time),
        Timestamp.from(now),
        millis,
        Timestamp.from(now));
  }
}
