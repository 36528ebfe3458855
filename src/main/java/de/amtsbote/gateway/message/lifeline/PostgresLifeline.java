package de.amtsbote.gateway.message.lifeline;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.GatewayException;
import java.io.Closeable;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * A few connections of their own for claims, heartbeats, the clock and the orders to this node.
 * When many large messages are stored at once all other connections are taken, and a node that
 * could not show its life for that would be taken for dead.
 */
@Component
public class PostgresLifeline implements Closeable {

  /** Connections besides those of {@code spring.datasource.hikari.maximum-pool-size}. */
  public static final int CONNECTIONS = 4;

  private final HikariDataSource source;
  private final JdbcTemplate jdbc;

  /** Connects as the gateway does else. */
  PostgresLifeline(DataSource usual) {
    var settings = new HikariConfig();
    hikari(usual).copyStateTo(settings);
    settings.setPoolName("lifeline");
    settings.setMaximumPoolSize(CONNECTIONS);
    settings.setMinimumIdle(1);
    source = new HikariDataSource(settings);
    jdbc = new JdbcTemplate(source);
  }

  private static HikariDataSource hikari(DataSource usual) {
    try {
      return usual.unwrap(HikariDataSource.class);
    } catch (SQLException e) {
      throw new GatewayException(
          ErrorCode.CONFIGURATION_INVALID, "spring.datasource.type is not HikariCP", e);
    }
  }

  /** The connections; they take part in no transaction of others. */
  public DataSource source() {
    return source;
  }

  /** For single statements. */
  public JdbcTemplate jdbc() {
    return jdbc;
  }

  @Override
  public void close() {
    source.close();
  }
}
