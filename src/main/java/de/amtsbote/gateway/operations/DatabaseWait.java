package de.amtsbote.gateway.operations;

import com.zaxxer.hikari.HikariDataSource;
import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.GatewayException;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Waits for a database that is not there yet, as while PostgreSQL starts, recovers or is promoted,
 * before anything else uses it. What no waiting mends, such as a wrong password, ends it at once.
 */
final class DatabaseWait {

  private static final Logger LOG = LoggerFactory.getLogger(DatabaseWait.class);

  /** Starting or shutting down, and all of its connections taken (PostgreSQL, appendix A). */
  private static final Set<String> PASSING =
      Set.of("57P01", "57P02", "57P03", "53300", "53000", "53100", "53200");

  private static final String CONNECTION = "08";

  /** The server is there and takes no connection of this kind. */
  private static final String REFUSED = "08004";

  /** It can be read, but nothing can be written. */
  private static final String STANDBY = "25006";

  private final Duration patience;
  private final Duration pause;
  private final CountDownLatch ending = new CountDownLatch(1);

  /**
   * Waits so long.
   *
   * @param pause between two attempts to connect, each of which takes a few seconds at most
   */
  DatabaseWait(Duration patience, Duration pause) {
    this.patience = patience;
    this.pause = pause;
  }

  /**
   * Returns when the database can be written to.
   *
   * @throws GatewayException {@link ErrorCode#DATABASE_NOT_REACHED} when it is not there in time;
   *     {@link ErrorCode#CONFIGURATION_INVALID} when it does not take the gateway
   */
  void until(HikariDataSource source) {
    // a node that is told to end while it waits shall not wait on
    var told = new Thread(ending::countDown, "database-wait-end");
    Runtime.getRuntime().addShutdownHook(told);
    try {
      wait(source);
    } finally {
      forget(told);
    }
  }

  private void wait(HikariDataSource source) {
    var start = System.nanoTime();
    var seen = new HashSet<String>();
    for (var failure = attempt(source); failure != null; failure = attempt(source)) {
      if (!mayPass(failure)) {
        throw new GatewayException(
            ErrorCode.CONFIGURATION_INVALID,
            "spring.datasource: PostgreSQL does not take the gateway (%s)"
                .formatted(failure.getMessage()),
            failure);
      }
      var left = patience.minusNanos(System.nanoTime() - start);
      if (left.isNegative() || left.isZero() || isEnding(left)) {
        throw new GatewayException(
            ErrorCode.DATABASE_NOT_REACHED,
            "%s: %s".formatted(address(source), failure.getMessage()),
            failure);
      }
      if (seen.add(failure.getSQLState())) {
        LOG.warn(
            "Waiting up to {} for the database {}: {}",
            patience,
            address(source),
            failure.getMessage());
      }
    }
    if (!seen.isEmpty()) {
      LOG.info("The database {} is there", address(source));
    }
  }

  /** Pauses, but not longer than there is time; true when the process ends. */
  private boolean isEnding(Duration left) {
    var longest = left.compareTo(pause) < 0 ? left : pause;
    try {
      return ending.await(longest.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  /** Without the pool, which hides what is wrong and knows no difference between failures. */
  private static SQLException attempt(HikariDataSource source) {
    try (var connection = DriverManager.getConnection(source.getJdbcUrl(), login(source));
        var statement = connection.createStatement();
        var row = statement.executeQuery("select pg_is_in_recovery()")) {
      return row.next() && row.getBoolean(1)
          ? new SQLException("it is a standby, which takes nothing", STANDBY)
          : null;
    } catch (SQLException e) {
      return e;
    }
  }

  private static Properties login(HikariDataSource source) {
    var login = new Properties();
    login.putAll(source.getDataSourceProperties());
    put(login, "user", source.getUsername());
    put(login, "password", source.getPassword());
    var seconds = Math.max(1, TimeUnit.MILLISECONDS.toSeconds(source.getConnectionTimeout()));
    login.putIfAbsent("loginTimeout", Long.toString(seconds));
    login.putIfAbsent("socketTimeout", Long.toString(seconds));
    return login;
  }

  private static void put(Properties login, String name, String value) {
    if (value != null) {
      login.setProperty(name, value);
    }
  }

  private static boolean mayPass(SQLException failure) {
    var state = String.valueOf(failure.getSQLState());
    return PASSING.contains(state)
        || STANDBY.equals(state)
        || state.startsWith(CONNECTION) && !REFUSED.equals(state);
  }

  /** What stands behind the question mark may be secret. */
  private static String address(HikariDataSource source) {
    return source.getJdbcUrl().replaceFirst("\\?.*", "");
  }

  private static void forget(Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException alreadyEnding) {
      LOG.debug("The process ends", alreadyEnding);
    }
  }
}
