package de.amtsbote.gateway.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.amtsbote.gateway.TestDatabase;
import java.nio.file.Path;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

class DatabaseAccessTest {

  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  Path data;

  @Test
  void configuredDatabase_isUsed() throws Exception {
    try (var access = DatabaseAccess.open(TestDatabase.freshUrl(), null, null, data)) {
      assertThat(text(access.source(), "select to_regclass('message')::text")).isEqualTo("message");
    }
  }

  @Test
  void databaseOfARunningGateway_isSharedWithIt() throws Exception {
    try (var server = new DatabaseServer(data.resolve("postgres"))) {
      DatabaseServerTest.execute(server, "create table kept (id int)");

      try (var access = DatabaseAccess.open(null, null, null, data)) {
        assertThat(text(access.source(), "select to_regclass('kept')::text")).isEqualTo("kept");
      }
      assertThat(text(sourceOf(server), "select 'alive'")).isEqualTo("alive");
    }
  }

  @Test
  void databaseOfAStoppedGateway_isStartedForTheCommand() throws Exception {
    try (var server = new DatabaseServer(data.resolve("postgres"))) {
      DatabaseServerTest.execute(server, "create table kept (id int)");
    }

    try (var access = DatabaseAccess.open("", null, null, data)) {
      assertThat(text(access.source(), "select to_regclass('kept')::text")).isEqualTo("kept");
    }
  }

  @Test
  void folderOfNoGateway_isNamed() {
    assertThatThrownBy(() -> DatabaseAccess.open(null, null, null, data))
        .hasMessageContaining("no gateway has stored anything");
  }

  private static DataSource sourceOf(DatabaseServer server) {
    var source = new org.postgresql.ds.PGSimpleDataSource();
    source.setUrl(server.url());
    source.setUser(DatabaseServer.USER);
    source.setPassword(server.password());
    return source;
  }

  private static String text(DataSource source, String sql) throws SQLException {
    try (var connection = source.getConnection();
        var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getString(1);
    }
  }
}
