package de.amtsbote.gateway.message.gate;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** A database that can be away. */
final class BreakingDatabase extends DelegatingDataSource {

  private volatile boolean isAway;

  BreakingDatabase(DataSource target) {
    super(target);
  }

  void cut() {
    isAway = true;
  }

  void mend() {
    isAway = false;
  }

  @Override
  public Connection getConnection() throws SQLException {
    if (isAway) {
      throw new SQLNonTransientConnectionException("the database is away");
    }
    return super.getConnection();
  }
}
