package de.amtsbote.gateway.operations.retention;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import de.amtsbote.gateway.message.load.LoadStore;
import de.amtsbote.gateway.message.retention.ContentMonthStore;
import de.amtsbote.gateway.message.retention.ErasureStore;
import de.amtsbote.gateway.message.retention.RetentionStore;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Lets the work engine run retention, on one node at a time. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RetentionProperties.class)
class RetentionConfiguration {

  @Bean
  RetentionJob retentionJob(
      RetentionStore store,
      ErasureStore report,
      ContentMonthStore months,
      LoadStore load,
      RetentionProperties properties,
      Clock clock) {
    return new RetentionJob(store, report, months, load, properties, clock);
  }

  @Bean
  RecurringTask<Void> retentionTask(RetentionJob job, RetentionProperties properties) {
    return Tasks.recurring("retention", FixedDelay.of(properties.every()))
        .execute((instance, context) -> job.run(context.getSchedulerState()::isShuttingDown));
  }
}
