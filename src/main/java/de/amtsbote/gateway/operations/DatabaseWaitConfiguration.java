package de.amtsbote.gateway.operations;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Lets a node that starts wait for its database before anything uses it. */
@Configuration(proxyBeanMethods = false)
class DatabaseWaitConfiguration {

  private static final Duration PAUSE = Duration.ofSeconds(1);

  @Bean
  static BeanPostProcessor databaseWait(@Value("${amtsbote.database.wait}") Duration patience) {
    return new BeanPostProcessor() {
      @Override
      public Object postProcessAfterInitialization(Object bean, String name) {
        if (bean instanceof HikariDataSource source && source.getJdbcUrl() != null) {
          new DatabaseWait(patience, PAUSE).until(source);
        }
        return bean;
      }
    };
  }
}
