package de.amtsbote.gateway.message.work;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import de.amtsbote.gateway.message.NodeName;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;

/** How nodes claim work and show that they live; all of them in the same way. */
final class PostgresSchedulers {

  private static final int MISSED_HEARTBEATS = 6;

  /**
   * A node claims no more than it has threads for: what waits in its own queue has no heartbeat, so
   * others would take it for left behind and do it a second time.
   */
  static final double MOST_CLAIMED = 1.0;

  /** Claims again when half of its threads are free: fewer questions than one for each. */
  static final double CLAIM_AGAIN = 0.5;

  private PostgresSchedulers() {}

  static Scheduler of(
      DataSource dataSource,
      List<? extends Task<?>> tasks,
      WorkProperties properties,
      NodeName node,
      Clock clock) {
    var recurring = new ArrayList<SharedTimeTask<?>>();
    var others = new ArrayList<Task<?>>();
    for (var task : tasks) {
      var shared = new SharedTimeTask<>(task, clock);
      if (task instanceof RecurringTask<?>) {
        recurring.add(shared);
      } else {
        others.add(shared);
      }
    }
    return Scheduler.create(new TransactionAwareDataSourceProxy(dataSource), others)
        .startTasks(recurring)
        .schedulerName(new SchedulerName.Fixed(node.value()))
        .threads(properties.threads())
        .pollingInterval(properties.pollInterval())
        .pollUsingLockAndFetch(CLAIM_AGAIN, MOST_CLAIMED)
        .heartbeatInterval(properties.heartbeat())
        .missedHeartbeatsLimit(MISSED_HEARTBEATS)
        .shutdownMaxWait(properties.stopWait())
        .clock(clock::instant)
        .build();
  }
}
