package de.amtsbote.gateway.entry.fitconnect;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;

/** Fetches from the configured destinations. */
@Configuration(proxyBeanMethods = false)
@Import(DestinationTasks.class)
class PostgresFitConnectEntryConfiguration {

  private static final Logger LOG =
      LoggerFactory.getLogger(PostgresFitConnectEntryConfiguration.class);
  private static final Duration EVERY = Duration.ofHours(6);
  private static final Duration KEPT = Duration.ofDays(30);
  private static final int BATCH = 1000;

  @Bean
  FitConnectSubmissionStore fitConnectSubmissionStore(JdbcTemplate jdbc, Clock clock) {
    return new FitConnectSubmissionStore(jdbc, clock);
  }

  @Bean
  RecurringTask<Void> fitConnectCleanUpTask(FitConnectSubmissionStore submissions, Clock clock) {
    return Tasks.recurring("fit-connect-clean-up", FixedDelay.of(EVERY))
        .execute(
            (instance, context) -> {
              var before = clock.instant().minus(KEPT);
              while (submissions.forget(before, BATCH) == BATCH
                  && !context.getSchedulerState().isShuttingDown()) {
                LOG.debug("Submissions that are over were forgotten");
              }
            });
  }
}
