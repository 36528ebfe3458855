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
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;

/** Puts the work engine together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(WorkProperties.class)
class PostgresWorkConfiguration {

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

  @Bean(destroyMethod = "")
  Scheduler scheduler(
      PostgresLifeline lifeline,
      List<Task<?>> tasks,
      WorkProperties properties,
      NodeName node,
      Clock clock) {
    return PostgresSchedulers.of(lifeline.source(), tasks, properties, node, clock);
  }

  @Bean
  WorkEngine workEngine(Scheduler scheduler, WorkProperties properties) {
    return new WorkEngine(scheduler, properties.enabled());
  }

  @Bean
  WorkControl workControl(
      Scheduler scheduler, PostgresLifeline lifeline, NodeName node, Clock clock) {
    return new PostgresWorkControl(scheduler, lifeline.jdbc(), node, clock);
  }

  private static void noRoutes(Message message) {
    throw new GatewayException(ErrorCode.ROUTE_MISSING, "this node runs no routes");
  }
}
