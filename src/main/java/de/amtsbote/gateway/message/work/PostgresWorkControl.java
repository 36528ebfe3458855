package de.amtsbote.gateway.message.work;

import com.github.kagkarlsson.scheduler.Scheduler;
import de.amtsbote.gateway.message.NodeName;
import java.sql.Timestamp;
import java.time.Clock;
import org.springframework.jdbc.core.JdbcTemplate;

/** A paused scheduler also stops its heartbeats, so they are given here. */
final class PostgresWorkControl implements WorkControl {

  private final Scheduler scheduler;
  private final JdbcTemplate jdbc;
  private final NodeName node;
  private final Clock clock;

  PostgresWorkControl(Scheduler scheduler, JdbcTemplate jdbc, NodeName node, Clock clock) {
    this.scheduler = scheduler;
    this.jdbc = jdbc;
    this.node = node;
    this.clock = clock;
  }

  @Override
  public void pause() {
    scheduler.pause();
  }

  @Override
  public void resume() {
    scheduler.resume();
    scheduler.triggerCheckForDueExecutions();
  }

  @Override
  public int running() {
    return scheduler.getCurrentlyExecuting().size();
  }

  @Override
  public void showLife() {
    jdbc.update(
        "update scheduled_tasks set last_heartbeat = ? where picked and picked_by = ?",
        Timestamp.from(clock.instant()),
        node.value());
  }
}
