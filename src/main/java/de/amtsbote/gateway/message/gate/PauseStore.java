package de.amtsbote.gateway.message.gate;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** What operators have paused, in the database. */
public final class PauseStore {

  private final JdbcTemplate jdbc;
  private final Clock clock;

  PauseStore(JdbcTemplate jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** Pauses a target; false when it is paused already. */
  public boolean pause(String tenant, String target, String reason, String actor) {
    return jdbc.update(
            """
            insert into pause (tenant, target, reason, actor, paused_at) values (?, ?, ?, ?, ?)
            on conflict do nothing\
            """,
            tenant,
            target,
            reason,
            actor,
            Timestamp.from(clock.instant()))
        == 1;
  }

  /** Lets a target go on; false when it was not paused. */
  public boolean resume(String tenant, String target) {
    return jdbc.update("delete from pause where tenant = ? and target = ?", tenant, target) == 1;
  }

  /** What is paused for a tenant. */
  public List<Pause> of(String tenant) {
    return jdbc.query(
        "select * from pause where tenant = ? order by target",
        (row, index) ->
            new Pause(
                row.getString("tenant"),
                row.getString("target"),
                row.getString("reason"),
                row.getString("actor"),
                row.getTimestamp("paused_at").toInstant()),
        tenant);
  }

  /** How many targets are paused, over all tenants. */
  public long count() {
    return jdbc.queryForObject("select count(*) from pause", Long.class);
  }

  boolean isPaused(String tenant, String target) {
    return jdbc.queryForObject(
        "select exists (select 1 from pause where tenant = ? and target = ?)",
        Boolean.class,
        tenant,
        target);
  }
}
