package de.amtsbote.gateway;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A real PostgreSQL for all tests of this JVM; each caller gets a database of its own, copied from
 * one that was migrated once. AMTSBOTE_TEST_DB_URL names another server, whose user may create
 * databases.
 */
public final class TestDatabase {

  private static final String TEMPLATE = "amtsbote_template_" + ProcessHandle.current().pid();
  private static final String ADMIN_URL = adminUrl();
  private static final AtomicInteger COUNT = new AtomicInteger();

  static {
    execute("create database " + TEMPLATE);
    Flyway.configure().dataSource(source(url(TEMPLATE))).load().migrate();
  }

  private TestDatabase() {}

  /** JDBC URL, with user, of a new migrated database. */
  public static String freshUrl() {
    var name = "amtsbote_" + ProcessHandle.current().pid() + "_" + COUNT.incrementAndGet();
    execute("create database " + name + " template " + TEMPLATE);
    return url(name);
  }

  /** A new migrated database. */
  public static DataSource fresh() {
    return source(freshUrl());
  }

  private static String adminUrl() {
    var given = System.getenv("AMTSBOTE_TEST_DB_URL");
    if (given != null) {
      return given;
    }
    try {
      return EmbeddedPostgres.builder()
          .setOverrideWorkingDirectory(binaries())
          .setPGStartupWait(Duration.ofMinutes(2))
          .setServerConfig("max_connections", "200")
          .start()
          .getJdbcUrl("postgres", "postgres");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Unpacked once for all JVMs of a user; others may pass through, for root runs it as nobody. */
  private static File binaries() {
    return new File(
        System.getProperty("java.io.tmpdir"), "embedded-pg-" + System.getProperty("user.name"));
  }

  private static String url(String database) {
    return ADMIN_URL.replaceFirst("/[^/?]+(\\?|$)", "/" + database + "$1");
  }

  private static DataSource source(String url) {
    var source = new PGSimpleDataSource();
    source.setUrl(url);
    return source;
  }

  private static void execute(String sql) {
    try (var connection = source(ADMIN_URL).getConnection();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
