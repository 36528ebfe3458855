package de.amtsbote.gateway.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.GatewayException;
import de.amtsbote.osci.testport.Ports;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A node that starts before its database does. */
@Timeout(120)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DatabaseWaitTest {

  private static final Duration PAUSE = Duration.ofMillis(100);
  private static final Duration LONG = Duration.ofMinutes(5);

  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  static Path folder;

  private static int port;
  private static EmbeddedPostgres server;

  @BeforeAll
  static void freePort() throws IOException {
    port = Ports.free();
  }

  @AfterAll
  static void stop() throws IOException {
    if (server != null) {
      server.close();
    }
  }

  @Test
  @Order(1)
  void databaseThatStartsLater_isWaitedFor() throws Exception {
    try (var source = source("postgres")) {
      var waiting = waitFor(source);

      server = started();

      await().atMost(Duration.ofSeconds(30)).until(waiting::isDone);
      waiting.join();
    }
  }

  @Test
  @Order(2)
  void databaseThatIsThere_isNotWaitedFor() {
    try (var source = source("postgres")) {
      new DatabaseWait(Duration.ZERO, PAUSE).until(source);
    }
  }

  @Test
  @Order(2)
  void databaseThatNobodyKnows_endsItAtOnce() {
    try (var source = source("nowhere")) {
      assertEnds(source, LONG, ErrorCode.CONFIGURATION_INVALID, "nowhere");
    }
  }

  @Test
  @Order(2)
  void databaseWhoseConnectionsAreTaken_isWaitedFor() throws Exception {
    execute("create role node login connection limit 1");
    try (var source = source("postgres")) {
      source.setUsername("node");
      CompletableFuture<Void> waiting;
      try (var taken = DriverManager.getConnection(source.getJdbcUrl(), "node", "")) {
        assertThat(taken.isValid(5)).isTrue();
        assertEnds(source, PAUSE, ErrorCode.DATABASE_NOT_REACHED, "too many connections");
        waiting = waitFor(source);
      }

      await().atMost(Duration.ofSeconds(30)).until(waiting::isDone);
      waiting.join();
    }
  }

  @Test
  @Order(3)
  void standby_isWaitedForUntilItIsPromoted() throws Exception {
    server.close();
    Files.createFile(folder.resolve("data/standby.signal"));
    server = started();
    try (var source = source("postgres")) {
      assertEnds(source, PAUSE, ErrorCode.DATABASE_NOT_REACHED, "standby");
      var waiting = waitFor(source);

      execute("select pg_promote()");

      await().atMost(Duration.ofSeconds(30)).until(waiting::isDone);
      waiting.join();
    }
  }

  @Test
  @Order(4)
  void databaseThatNeverStarts_isNotWaitedForForever() throws Exception {
    server.close();
    server = null;
    try (var source = source("postgres")) {
      assertEnds(source, PAUSE.multipliedBy(5), ErrorCode.DATABASE_NOT_REACHED, "refused");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"57P01", "57P02", "57P03", "53300", "08006"})
  @Order(5)
  void passingState_isWaitedFor(String state) throws IOException {
    try (var canned = new RefusingServer(state);
        var source = source(canned.port(), "postgres")) {
      assertEnds(source, PAUSE.multipliedBy(5), ErrorCode.DATABASE_NOT_REACHED, "canned");
      assertThat(canned.asked()).isGreaterThan(1);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"28P01", "28000", "3D000", "42501", "08004", "22023"})
  @Order(5)
  void stateThatStays_endsItAtOnce(String state) throws IOException {
    try (var canned = new RefusingServer(state);
        var source = source(canned.port(), "postgres")) {
      assertEnds(source, LONG, ErrorCode.CONFIGURATION_INVALID, "canned");
      assertThat(canned.asked()).isEqualTo(1);
    }
  }

  @Test
  @Order(5)
  void whatIsSaid_holdsNoPassword() {
    try (var source = source("postgres")) {
      source.setJdbcUrl(source.getJdbcUrl() + "&password=geheim");
      assertThatThrownBy(() -> new DatabaseWait(PAUSE, PAUSE).until(source))
          .message()
          .contains("jdbc:postgresql://127.0.0.1")
          .doesNotContain("geheim");
    }
  }

  private static void assertEnds(
      HikariDataSource source, Duration patience, ErrorCode code, String said) {
    assertThatThrownBy(() -> new DatabaseWait(patience, PAUSE).until(source))
        .isInstanceOfSatisfying(GatewayException.class, it -> assertThat(it.code()).isEqualTo(code))
        .hasMessageContaining(said);
  }

  private static CompletableFuture<Void> waitFor(HikariDataSource source) {
    var waiting = CompletableFuture.runAsync(() -> new DatabaseWait(LONG, PAUSE).until(source));
    await()
        .during(PAUSE.multipliedBy(3))
        .atMost(Duration.ofSeconds(10))
        .until(() -> !waiting.isDone());
    return waiting;
  }

  private static HikariDataSource source(String database) {
    return source(port, database);
  }

  /** As configured; nothing has used its pool. */
  private static HikariDataSource source(int port, String database) {
    var source = new HikariDataSource();
    source.setJdbcUrl(
        "jdbc:postgresql://127.0.0.1:%d/%s?sslmode=disable".formatted(port, database));
    source.setUsername("postgres");
    return source;
  }

  private static EmbeddedPostgres started() throws IOException {
    return EmbeddedPostgres.builder()
        .setPort(port)
        .setPGStartupWait(Duration.ofMinutes(1))
        .setDataDirectory(folder.resolve("data").toFile())
        .setCleanDataDirectory(false)
        .setOverrideWorkingDirectory(folder.resolve("server").toFile())
        .start();
  }

  private static void execute(String sql) throws Exception {
    try (var connection = server.getPostgresDatabase().getConnection();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
