package de.amtsbote.gateway.operations.rotation;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import de.amtsbote.gateway.message.KeyWrapper;
import de.amtsbote.gateway.message.rotation.KeyRotation;
import de.amtsbote.gateway.security.KeyRingProperties;
import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Lets the work engine run the rotation of data keys, on one node at a time. */
@Configuration(proxyBeanMethods = false)
class RotationConfiguration {

  /** A run ends by then, so that a stopping node is not kept; the next run takes up the rest. */
  private static final Duration LONGEST_RUN = Duration.ofMinutes(2);

  @Bean
  KeyRotation keyRotation(DataSource source, KeyWrapper keys, Clock clock) {
    return new KeyRotation(source, keys, clock);
  }

  @Bean
  KeyAnnouncement keyAnnouncement(KeyRotation rotation) {
    return new KeyAnnouncement(rotation);
  }

  @Bean
  RecurringTask<Void> rewrapTask(KeyRotation rotation, KeyRingProperties ring, Clock clock) {
    var job = new RotationJob(rotation, clock, LONGEST_RUN);
    return Tasks.recurring("rewrap-keys", FixedDelay.of(ring.rewrap()))
        .execute((instance, context) -> job.run(context.getSchedulerState()::isShuttingDown));
  }
}
