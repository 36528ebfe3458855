package de.amtsbote.gateway.operations;

import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.GatewayException;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The real PostgreSQL that the gateway starts by itself when it is given none. It writes through to
 * disk, keeps its data, listens on the loopback address only and asks for a password.
 */
final class DatabaseServer implements Closeable {

  static final String USER = "postgres";
  static final String DATABASE = "postgres";

  private static final Logger LOG = LoggerFactory.getLogger(DatabaseServer.class);

  /**
   * After a crash, PostgreSQL first repeats what it had written down; on a busy disk that takes.
   */
  private static final Duration TO_START = Duration.ofMinutes(2);

  private final FileChannel lockFile;
  private final EmbeddedPostgres server;
  private final String password;

  /**
   * Starts the server; one that a killed gateway left behind is stopped first.
   *
   * @param directory holds data, binaries and password; used by one gateway at a time
   * @throws GatewayException {@link ErrorCode#DATABASE_NOT_STARTABLE}
   */
  DatabaseServer(Path directory) {
    try {
      Files.createDirectories(directory);
      OwnerOnly.protect(directory);
      lockFile = lock(directory);
      var data = directory.resolve("data").toAbsolutePath();
      new LeftoverDatabase(data).stop();
      var passwordFile = new DatabasePassword(directory.resolve("password").toAbsolutePath());
      password = passwordFile.readOrMake();
      server = start(directory, data, passwordFile.path());
      LOG.info("Embedded PostgreSQL serves on port {} from {}", server.getPort(), data);
    } catch (IOException | UncheckedIOException | IllegalStateException e) {
      throw notStartable(directory, e);
    }
  }

  String url() {
    return url(server.getPort());
  }

  static String url(int port) {
    return "jdbc:postgresql://127.0.0.1:"
        + port
        + "/"
        + DATABASE
        // the details of an error quote values
        + "?logServerErrorDetail=false";
  }

  String password() {
    return password;
  }

  @Override
  public void close() throws IOException {
    server.close();
    lockFile.close();
  }

  private EmbeddedPostgres start(Path directory, Path data, Path passwordFile) throws IOException {
    return EmbeddedPostgres.builder()
        .setPGStartupWait(TO_START)
        .setOverrideWorkingDirectory(directory.resolve("server").toAbsolutePath().toFile())
        .setDataDirectory(data)
        .setCleanDataDirectory(false)
        .setRegisterShutdownHook(false)
        // initdb takes these two as options of the same form as its locale
        .setLocaleConfig("pwfile", passwordFile.toString())
        .setLocaleConfig("auth-host", "scram-sha-256")
        .setConnectConfig("password", password)
        .setServerConfig("fsync", "on")
        .setServerConfig("synchronous_commit", "on")
        .setServerConfig("full_page_writes", "on")
        .setServerConfig("max_connections", "100")
        .setServerConfig("unix_socket_directories", "")
        .start();
  }

  private static FileChannel lock(Path directory) throws IOException {
    var channel =
        FileChannel.open(
            directory.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (tryLock(channel) == null) {
      channel.close();
      throw new GatewayException(
          ErrorCode.DATABASE_NOT_STARTABLE, "another gateway runs on " + directory);
    }
    return channel;
  }

  /** Whether another process has the server of this directory. */
  static boolean isInUse(Path directory) {
    try (var channel = FileChannel.open(directory.resolve("lock"), StandardOpenOption.WRITE)) {
      return tryLock(channel) == null;
    } catch (IOException e) {
      return false;
    }
  }

  private static FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException heldByThisProcess) {
      return null;
    }
  }

  private static GatewayException notStartable(Path directory, Exception cause) {
    var binaries = cause.getMessage() != null && cause.getMessage().contains("binaries");
    return new GatewayException(
        ErrorCode.DATABASE_NOT_STARTABLE,
        binaries
            ? "there are no PostgreSQL binaries for this platform (%s, %s)"
                .formatted(System.getProperty("os.name"), System.getProperty("os.arch"))
            : "the server does not start on " + directory,
        cause);
  }
}
