package de.amtsbote.gateway.message.audit;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

/** Makes the audit known. */
@Configuration(proxyBeanMethods = false)
class PostgresAuditConfiguration {

  @Bean
  TimelineAuditStore timelineAuditStore(JdbcTemplate jdbc) {
    return new TimelineAuditStore(jdbc);
  }
}
