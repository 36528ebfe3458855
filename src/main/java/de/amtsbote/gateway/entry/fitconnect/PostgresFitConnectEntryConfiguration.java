package de.amtsbote.gateway.entry.fitconnect;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;

/** Fetches from the configured destinations. */
@Configuration(proxyBeanMethods = false)
@Import(DestinationTasks.class)
class PostgresFitConnectEntryConfiguration {

  @Bean
  FitConnectSubmissionStore fitConnectSubmissionStore(JdbcTemplate jdbc, Clock clock) {
    return new FitConnectSubmissionStore(jdbc, clock);
  }
}
