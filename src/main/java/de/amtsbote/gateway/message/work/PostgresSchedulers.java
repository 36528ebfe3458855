package de.amtsbote.gateway.message.work;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerBuilder;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import de.amtsbote.gateway.message.NodeName;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;

/**
 * How nodes claim work and show that they live; all of them in the same way. Recurring jobs have a
 * table and threads of their own: what is due is claimed in the order of its time, so in one table
 * a job would come after every message that has waited longer.
 */
final class PostgresSchedulers {

  private static final String MESSAGES = "scheduled_tasks";
  private static final String JOBS = "recurring_job";

  /** What is claimed stands in one of these. */
  static final List<String> TABLES = List.of(MESSAGES, JOBS);

  private static final int MISSED_HEARTBEATS = 6;

  /**
   * A node claims no more than it has threads for: what waits in its own queue has no heartbeat, so
   * others would take it for left behind and do it a second time.
   */
  static final double MOST_CLAIMED = 1.0;

  /** Claims again when half of its threads are free: fewer questions than one for each. */
  static final double CLAIM_AGAIN = 0.5;

  private PostgresSchedulers() {}

  /** For the messages. */
  static Scheduler messages(
      DataSource dataSource, Task<?> task, WorkProperties properties, NodeName node, Clock clock) {
    return start(dataSource, List.of(new SharedTimeTask<>(task, clock)), properties, node, clock)
        .tableName(MESSAGES)
        .threads(properties.threads())
        .build();
  }

  /** For what recurs. */
  static Scheduler jobs(
      DataSource dataSource,
      List<? extends RecurringTask<?>> jobs,
      WorkProperties properties,
      NodeName node,
      Clock clock) {
    var shared = new ArrayList<SharedTimeTask<?>>();
    for (var job : jobs) {
      shared.add(new SharedTimeTask<>(job, clock));
    }
    return start(dataSource, List.of(), properties, node, clock)
        .startTasks(shared)
        .tableName(JOBS)
        .threads(properties.jobThreads())
        .build();
  }

  private static SchedulerBuilder start(
      DataSource dataSource,
      List<Task<?>> tasks,
      WorkProperties properties,
      NodeName node,
      Clock clock) {
    return Scheduler.create(new TransactionAwareDataSourceProxy(dataSource), tasks)
        .schedulerName(new SchedulerName.Fixed(node.value()))
        .pollingInterval(properties.pollInterval())
        .pollUsingLockAndFetch(CLAIM_AGAIN, MOST_CLAIMED)
        .heartbeatInterval(properties.heartbeat())
        .missedHeartbeatsLimit(MISSED_HEARTBEATS)
        .shutdownMaxWait(properties.stopWait())
        .clock(clock::instant);
  }
}
