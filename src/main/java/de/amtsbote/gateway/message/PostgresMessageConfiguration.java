package de.amtsbote.gateway.message;

import com.fasterxml.uuid.NoArgGenerator;
import com.fasterxml.uuid.UUIDClock;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.transaction.support.TransactionTemplate;

/** Puts the store and the work engine together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(WorkProperties.class)
class PostgresMessageConfiguration {

  @Bean
  @ConditionalOnMissingBean
  Clock clock() {
    return Clock.systemUTC();
  }

  @Bean
  NoArgGenerator messageIds(Clock clock) {
    return new TimeBasedEpochGenerator(new SecureRandom(), new ClockTime(clock));
  }

  @Bean
  MessageStore messageStore(
      JdbcTemplate jdbc,
      TransactionTemplate transaction,
      KeyWrapper keys,
      WorkQueue work,
      Clock clock,
      NoArgGenerator messageIds,
      @Value("${amtsbote.spool:${amtsbote.data}/spool}") Path spool) {
    return new MessageStore(jdbc, transaction, keys, work, clock, messageIds, spool);
  }

  @Bean
  TransmissionStore transmissionStore(JdbcTemplate jdbc, Clock clock) {
    return new TransmissionStore(jdbc, clock);
  }

  @Bean
  WorkQueue workQueue(DataSource dataSource, ObjectProvider<Scheduler> scheduler) {
    var client =
        SchedulerClient.Builder.create(new TransactionAwareDataSourceProxy(dataSource)).build();
    return new SchedulerWorkQueue(
        client, () -> scheduler.ifAvailable(Scheduler::triggerCheckForDueExecutions));
  }

  @Bean
  Task<Void> messageTask(
      MessageStore store,
      ObjectProvider<MessageWork> work,
      WorkProperties properties,
      Clock clock) {
    var retries =
        new RetryPolicy(
            properties.firstBackoff(),
            properties.maxBackoff(),
            properties.budget(),
            new SecureRandom());
    // a failure of the engine itself, e.g. the database is away, is no attempt of the message
    return Tasks.custom(MessageTask.NAME, Void.class)
        .onFailureReschedule(FixedDelay.of(properties.firstBackoff()))
        .execute(
            new MessageTask(
                store,
                () -> work.getIfAvailable(() -> PostgresMessageConfiguration::noRoutes),
                retries,
                clock));
  }

  @Bean(destroyMethod = "")
  Scheduler scheduler(
      DataSource dataSource, List<Task<?>> tasks, WorkProperties properties, Clock clock) {
    var recurring = tasks.stream().filter(RecurringTask.class::isInstance).toList();
    var others = new ArrayList<>(tasks);
    others.removeAll(recurring);
    var startTasks = new ArrayList<RecurringTask<?>>();
    recurring.forEach(task -> startTasks.add((RecurringTask<?>) task));
    return Scheduler.create(new TransactionAwareDataSourceProxy(dataSource), others)
        .startTasks(startTasks)
        .schedulerName(new SchedulerName.Fixed(nodeName()))
        .threads(properties.threads())
        .pollingInterval(properties.pollInterval())
        .pollUsingLockAndFetch(1.0, 8.0)
        .heartbeatInterval(properties.heartbeat())
        .missedHeartbeatsLimit(6)
        .shutdownMaxWait(properties.stopWait())
        .clock(clock::instant)
        .build();
  }

  @Bean
  WorkEngine workEngine(Scheduler scheduler, WorkProperties properties) {
    return new WorkEngine(scheduler, properties.enabled());
  }

  /** Tells apart two nodes on one machine, and a node from the one before it. */
  private static String nodeName() {
    return new SchedulerName.Hostname().getName() + "-" + ProcessHandle.current().pid();
  }

  private static WorkOutcome noRoutes(Message message) {
    throw new GatewayException(ErrorCode.ROUTE_MISSING, "this node runs no routes");
  }

  private static final class ClockTime extends UUIDClock {

    private final Clock clock;

    ClockTime(Clock clock) {
      this.clock = clock;
    }

    @Override
    public long currentTimeMillis() {
      return clock.millis();
    }
  }
}
