package de.amtsbote.gateway.entry.xta;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

/** Makes the table of what came in over XTA available. */
@Configuration(proxyBeanMethods = false)
class PostgresXtaConfiguration {

  @Bean
  PostgresXtaMessages postgresXtaMessages(JdbcTemplate jdbc) {
    return new PostgresXtaMessages(jdbc);
  }
}
