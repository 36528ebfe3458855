package de.amtsbote.gateway.operations;

import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.GatewayException;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The gateway's database for a command that runs beside the gateway or without it: the configured
 * one, else the embedded one, which is started for the command when no gateway has it running.
 */
public final class DatabaseAccess implements Closeable {

  private final DataSource source;
  private final DatabaseServer server;

  private DatabaseAccess(DataSource source, DatabaseServer server) {
    this.source = source;
    this.server = server;
  }

  /**
   * Opens the database.
   *
   * @param url {@code spring.datasource.url}; null or empty for the embedded one
   * @param user {@code spring.datasource.username}; may be null
   * @param password {@code spring.datasource.password}; may be null
   * @param data {@code amtsbote.data}
   * @throws GatewayException {@link ErrorCode#DATABASE_NOT_STARTABLE}
   */
  public static DatabaseAccess open(String url, String user, String password, Path data) {
    if (url != null && !url.isEmpty()) {
      return new DatabaseAccess(source(url, user, password), null);
    }
    var directory = data.resolve("postgres");
    if (!Files.isDirectory(directory.resolve("data"))) {
      throw new GatewayException(
          ErrorCode.DATABASE_NOT_STARTABLE, "no gateway has stored anything in " + data);
    }
    if (DatabaseServer.isInUse(directory)) {
      return new DatabaseAccess(running(directory), null);
    }
    var server = new DatabaseServer(directory);
    return new DatabaseAccess(source(server.url(), DatabaseServer.USER, server.password()), server);
  }

  /** Connections to it; they are not pooled. */
  public DataSource source() {
    return source;
  }

  @Override
  public void close() throws IOException {
    if (server != null) {
      server.close();
    }
  }

  /** The server of a living gateway, found by the file in which PostgreSQL names its port. */
  private static DataSource running(Path directory) {
    try {
      var lines = Files.readAllLines(directory.resolve("data/postmaster.pid"));
      return source(
          DatabaseServer.url(Integer.parseInt(lines.get(3).strip())),
          DatabaseServer.USER,
          new DatabasePassword(directory.resolve("password")).readOrMake());
    } catch (IOException | IndexOutOfBoundsException | NumberFormatException e) {
      throw new GatewayException(
          ErrorCode.DATABASE_NOT_STARTABLE, "the gateway on " + directory + " is starting", e);
    }
  }

  private static DataSource source(String url, String user, String password) {
    try {
      var source = new PGSimpleDataSource();
      source.setUrl(url);
      if (user != null) {
        source.setUser(user);
      }
      if (password != null) {
        source.setPassword(password);
      }
      return source;
    } catch (IllegalArgumentException e) {
      throw new GatewayException(
          ErrorCode.CONFIGURATION_INVALID, "spring.datasource.url is no PostgreSQL URL", e);
    }
  }
}
