package de.amtsbote.gateway.osci;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

/** Keeps who waits for answers in PostgreSQL. */
@Configuration(proxyBeanMethods = false)
class PostgresAnswerConfiguration {

  @Bean
  AwaitedAnswerStore awaitedAnswerStore(JdbcTemplate jdbc, Clock clock) {
    return new AwaitedAnswerStore(jdbc, clock);
  }
}
