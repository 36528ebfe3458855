package de.amtsbote.gateway.entry.xta;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

/** Makes the tables of the XTA server available to it. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("amtsbote.xta.server.enabled")
class PostgresXtaConfiguration {

  @Bean
  PostgresXtaMessages postgresXtaMessages(JdbcTemplate jdbc) {
    return new PostgresXtaMessages(jdbc);
  }
}
