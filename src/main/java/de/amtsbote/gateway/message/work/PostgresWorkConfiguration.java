package de.amtsbote.gateway.message.work;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import de.amtsbote.gateway.message.AttemptStore;
import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.GatewayException;
import de.amtsbote.gateway.message.Message;
import de.amtsbote.gateway.message.MessageStore;
import de.amtsbote.gateway.message.NodeName;
import de.amtsbote.gateway.message.TransmissionStore;
import de.amtsbote.gateway.message.WorkQueue;
import de.amtsbote.gateway.message.gate.GateProperties;
import de.amtsbote.gateway.message.gate.Slots;
import de.amtsbote.gateway.message.lifeline.PostgresLifeline;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;

/** Puts the work engine together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(WorkProperties.class)
class PostgresWorkConfiguration {

  private static final String JOBS = "jobScheduler";

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
      AttemptStore attempts,
      TransmissionStore transmissions,
      ObjectProvider<MessageWork> work,
      WorkProperties properties,
      Clock clock) {
    var retries = new RetryPolicies(properties, new SecureRandom());
    // a failure of the engine itself, e.g. the database is away, is no attempt of the message
    return Tasks.custom(MessageTask.NAME, Void.class)
        .onFailureReschedule(FixedDelay.of(properties.firstBackoff()))
        .execute(
            new MessageTask(
                store,
                attempts,
                transmissions,
                () -> work.getIfAvailable(() -> PostgresWorkConfiguration::noRoutes),
                retries,
                clock));
  }

  /** On one node at a time, like every recurring job. */
  @Bean
  RecurringTask<Void> gateTask(
      JdbcTemplate jdbc,
      Slots slots,
      GateProperties gates,
      ObjectProvider<Scheduler> scheduler,
      Clock clock) {
    var keeper =
        new GateKeeper(
            new WaitingStore(jdbc, clock),
            slots,
            gates.wake(),
            () -> scheduler.ifAvailable(Scheduler::triggerCheckForDueExecutions));
    slots.onFreed(keeper::freed);
    return Tasks.recurring("gates", FixedDelay.of(gates.round()))
        .execute((instance, context) -> keeper.round());
  }

  /** The one of the messages, which is meant wherever a scheduler is asked for. */
  @Bean(destroyMethod = "")
  Scheduler scheduler(
      PostgresLifeline lifeline,
      @Qualifier("messageTask") Task<Void> messages,
      WorkProperties properties,
      NodeName node,
      Clock clock) {
    return PostgresSchedulers.messages(lifeline.source(), messages, properties, node, clock);
  }

  @Bean(name = JOBS, destroyMethod = "", defaultCandidate = false)
  Scheduler jobScheduler(
      PostgresLifeline lifeline,
      List<RecurringTask<?>> jobs,
      WorkProperties properties,
      NodeName node,
      Clock clock) {
    return PostgresSchedulers.jobs(lifeline.source(), jobs, properties, node, clock);
  }

  @Bean
  WorkEngine workEngine(
      Scheduler scheduler, @Qualifier(JOBS) Scheduler jobs, WorkProperties properties) {
    return new WorkEngine(List.of(scheduler, jobs), properties.enabled());
  }

  @Bean
  WorkControl workControl(
      Scheduler scheduler,
      @Qualifier(JOBS) Scheduler jobs,
      PostgresLifeline lifeline,
      NodeName node,
      Clock clock) {
    return new PostgresWorkControl(List.of(scheduler, jobs), lifeline.jdbc(), node, clock);
  }

  private static void noRoutes(Message message) {
    throw new GatewayException(ErrorCode.ROUTE_MISSING, "this node runs no routes");
  }
}
