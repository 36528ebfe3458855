package de.amtsbote.gateway.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.amtsbote.gateway.message.ErrorCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

class DatabaseServerTest {

  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  Path directory;

  @Test
  void data_outlivesARestart() throws Exception {
    try (var server = new DatabaseServer(directory)) {
      execute(server, "create table kept (id int)");
    }

    try (var server = new DatabaseServer(directory)) {
      assertThat(text(server, "select to_regclass('kept')::text")).isEqualTo("kept");
    }
  }

  @Test
  void server_writesThroughToDisk() throws Exception {
    try (var server = new DatabaseServer(directory)) {
      for (var setting : new String[] {"fsync", "synchronous_commit", "full_page_writes"}) {
        assertThat(text(server, "show " + setting)).as(setting).isEqualTo("on");
      }
    }
  }

  @Test
  void server_asksForThePassword() throws Exception {
    try (var server = new DatabaseServer(directory)) {
      assertThatThrownBy(() -> DriverManager.getConnection(server.url(), "postgres", "guessed"))
          .isInstanceOf(SQLException.class);
      assertThat(Files.getPosixFilePermissions(directory.resolve("password")))
          .isEqualTo(PosixFilePermissions.fromString("rw-------"));
      // the unpacked server is open to everybody below this
      assertThat(Files.getPosixFilePermissions(directory))
          .isEqualTo(PosixFilePermissions.fromString("rwx------"));
    }
  }

  @Test
  void directoryInUse_isRefused() throws Exception {
    try (var server = new DatabaseServer(directory)) {
      assertThatThrownBy(() -> new DatabaseServer(directory))
          .hasMessageContaining("another gateway")
          .extracting("code")
          .isEqualTo(ErrorCode.DATABASE_NOT_STARTABLE);
      assertThat(text(server, "select 'alive'")).isEqualTo("alive");
    }
  }

  @Test
  void serverOfAKilledGateway_isStoppedAndItsDataKept() throws Exception {
    var gateway = killedGateway();
    var leftover = ProcessHandle.of(postmaster()).orElseThrow();
    assertThat(gateway.isAlive()).isFalse();
    assertThat(leftover.isAlive()).isTrue();

    try (var server = new DatabaseServer(directory)) {
      assertThat(leftover.isAlive()).isFalse();
      assertThat(text(server, "select to_regclass('kept')::text")).isEqualTo("kept");
    }
  }

  @Test
  void pidFileThatNamesAStranger_isNoObstacle() throws Exception {
    new DatabaseServer(directory).close();
    var stranger = ProcessHandle.current().pid();
    Files.writeString(
        directory.resolve("data/postmaster.pid"),
        stranger + "\n" + directory.resolve("data").toAbsolutePath() + "\n");

    try (var server = new DatabaseServer(directory)) {
      assertThat(text(server, "select 'alive'")).isEqualTo("alive");
    }
  }

  private Process killedGateway() throws IOException, InterruptedException {
    var gateway =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                DatabaseServerToKill.class.getName(),
                directory.toString())
            .redirectErrorStream(true)
            .redirectOutput(directory.resolve("gateway.log").toFile())
            .start();
    assertThat(gateway.waitFor(5, TimeUnit.MINUTES)).isTrue();
    return gateway;
  }

  private long postmaster() throws IOException {
    var pidFile = directory.resolve("data/postmaster.pid");
    return Long.parseLong(Files.readAllLines(pidFile).get(0).strip());
  }

  static void execute(DatabaseServer server, String sql) throws SQLException {
    try (var connection = connect(server);
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String text(DatabaseServer server, String sql) throws SQLException {
    try (var connection = connect(server);
        var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getString(1);
    }
  }

  private static Connection connect(DatabaseServer server) throws SQLException {
    return DriverManager.getConnection(server.url(), DatabaseServer.USER, server.password());
  }
}
