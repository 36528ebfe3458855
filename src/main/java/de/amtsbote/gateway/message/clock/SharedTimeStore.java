package de.amtsbote.gateway.message.clock;

import de.amtsbote.gateway.message.lifeline.PostgresLifeline;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The time of the database, and what is planned by it. */
@Component
class SharedTimeStore {

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
    jdbc.update(
        """
        update scheduled_tasks
        set execution_time = greatest(?, execution_time - ? * interval '1 millisecond')
        where execution_time > ? and not picked""",
        Timestamp.from(now),
        millis,
        Timestamp.from(now));
    jdbc.update(
        "update scheduled_tasks set last_heartbeat = ? where picked and last_heartbeat > ?",
        Timestamp.from(now),
        Timestamp.from(now));
    jdbc.update(
        """
        update transmission
        set next_check_at = greatest(?, next_check_at - ? * interval '1 millisecond')
        where state = 'SENT' and next_check_at > ?""",
        Timestamp.from(now),
        millis,
        Timestamp.from(now));
  }
}
