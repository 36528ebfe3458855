package de.amtsbote.gateway.operations;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.amtsbote.gateway.TestDatabase;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
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
    var gateway = gateway();
    try (var access = DatabaseAccess.open(null, null, null, data)) {
      assertThat(text(access.source(), "select current_setting('data_directory')"))
          .isEqualTo(data.resolve("postgres/data").toAbsolutePath().toString());
    }

    assertThat(gateway.isAlive()).isTrue();
    gateway.getOutputStream().close();
    assertThat(gateway.waitFor(1, TimeUnit.MINUTES)).isTrue();
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

  private Process gateway() throws IOException {
    var gateway =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                DatabaseServerToShare.class.getName(),
                data.resolve("postgres").toString())
            .redirectErrorStream(true)
            .start();
    var said = new BufferedReader(new InputStreamReader(gateway.getInputStream(), UTF_8));
    for (var line = said.readLine(); !line.startsWith("serves on"); ) {
      line = said.readLine();
    }
    return gateway;
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
