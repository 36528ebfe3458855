package de.amtsbote.gateway.operations.deadlines;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import de.amtsbote.gateway.message.MessageStore;
import de.amtsbote.gateway.message.event.EventRecorder;
import de.amtsbote.gateway.message.pickup.LastLook;
import de.amtsbote.gateway.message.pickup.ObsoleteStore;
import de.amtsbote.gateway.message.pickup.PickupStore;
import java.time.Clock;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionTemplate;

/** Lets the work engine look after deadlines, on one node at a time. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DeadlineProperties.class)
class DeadlineConfiguration {

  @Bean
  RecurringTask<Void> deadlineTask(
      PickupStore pickups,
      ObsoleteStore obsolete,
      List<LastLook> looks,
      MessageStore messages,
      EventRecorder events,
      TransactionTemplate transaction,
      DeadlineProperties properties,
      Clock clock) {
    var expiry = new Expiry(pickups, looks, messages, transaction, properties.grace());
    var lying = new DeadlineJob(pickups, expiry, messages, events, transaction, properties, clock);
    var last = new ObsoleteJob(obsolete, pickups, expiry, messages, transaction, clock);
    return Tasks.recurring("deadlines", FixedDelay.of(properties.every()))
        .execute(
            (instance, context) -> {
              last.run(context.getSchedulerState()::isShuttingDown);
              lying.run(context.getSchedulerState()::isShuttingDown);
            });
  }
}
