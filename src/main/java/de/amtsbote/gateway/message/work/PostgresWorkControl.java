package de.amtsbote.gateway.message.work;

import com.github.kagkarlsson.scheduler.Scheduler;
import de.amtsbote.gateway.message.NodeName;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** Paused schedulers also stop their heartbeats, so they are given here. */
final class PostgresWorkControl implements WorkControl {

  private final List<Scheduler> schedulers;
  private final JdbcTemplate jdbc;
  private final NodeName node;
  private final Clock clock;

  PostgresWorkControl(List<Scheduler> schedulers, JdbcTemplate jdbc, NodeName node, Clock clock) {
    this.schedulers = List.copyOf(schedulers);
    this.jdbc = jdbc;
    this.node = node;
    this.clock = clock;
  }

  @Override
  public void pause() {
    schedulers.forEach(Scheduler::pause);
  }

  @Override
  public void resume() {
    for (var scheduler : schedulers) {
      scheduler.resume();
      scheduler.triggerCheckForDueExecutions();
    }
  }

  @Override
  public int running() {
    return schedulers.stream().mapToInt(it -> it.getCurrentlyExecuting().size()).sum();
  }

  @Override
  public void showLife() {
    for (var table : PostgresSchedulers.TABLES) {
      jdbc.update(
          "update %s set last_heartbeat = ? where picked and picked_by = ?".formatted(table),
          Timestamp.from(clock.instant()),
          node.value());
    }
  }
}
