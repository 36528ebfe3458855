package de.amtsbote.gateway.operations;

import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Starts the embedded database unless {@code spring.datasource.url} names another one. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnExpression("'${spring.datasource.url:}'.isEmpty()")
class DatabaseConfiguration {

  @Bean
  DatabaseServer databaseServer(@Value("${amtsbote.data}/postgres") Path directory) {
    return new DatabaseServer(directory);
  }

  @Bean
  JdbcConnectionDetails databaseConnection(DatabaseServer server) {
    return new DatabaseConnection(server.url(), server.password());
  }

  private record DatabaseConnection(String getJdbcUrl, String getPassword)
      implements JdbcConnectionDetails {
    @Override
    public String getUsername() {
      return DatabaseServer.USER;
    }
  }
}
