package de.amtsbote.acceptance.fault;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A PostgreSQL of its own, outside of any gateway, that writes through to disk. */
final class PostgresServer implements AutoCloseable {

  static final String USER = "amtsbote";

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final PostgresBinaries binaries;
  private final Path data;
  private final int port;
  private final List<String> settings = new ArrayList<>();
  private Process process;

  /** A server that is not started; its data folder is a copy of one that was made already. */
  PostgresServer(PostgresBinaries binaries, Path template, Path data, int port)
      throws IOException, InterruptedException {
    this.binaries = binaries;
    this.data = data;
    this.port = port;
    PostgresBinaries.run(List.of("cp", "-a", template.toString(), data.toString()));
  }

  /** Makes a data folder to copy from. */
  static void init(PostgresBinaries binaries, Path template)
      throws IOException, InterruptedException {
    PostgresBinaries.run(
        binaries.command(
            "initdb",
            List.of("-D", template.toString(), "-U", USER, "-A", "trust", "-E", "UTF8", "-N")));
  }

  int port() {
    return port;
  }

  /** Sets a configuration parameter for the next start. */
  PostgresServer with(String name, String value) {
    settings.addAll(List.of("-c", name + "=" + value));
    return this;
  }

  /** Makes it follow another server that was made from the same template. */
  PostgresServer following(PostgresServer primary, String name) throws IOException {
    Files.createFile(data.resolve("standby.signal"));
    return with(
        "primary_conninfo",
        "host=127.0.0.1 port=%d user=%s application_name=%s".formatted(primary.port, USER, name));
  }

  PostgresServer start() throws IOException {
    List<String> arguments = new ArrayList<>(List.of("-D", data.toString(), "-p", "" + port));
    arguments.addAll(List.of("-c", "listen_addresses=127.0.0.1"));
    arguments.addAll(List.of("-c", "unix_socket_directories="));
    arguments.addAll(List.of("-c", "fsync=on", "-c", "synchronous_commit=on"));
    arguments.addAll(settings);
    process =
        new ProcessBuilder(binaries.command("postgres", arguments))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
            .start();
    await("PostgreSQL listens").atMost(PATIENCE).until(this::listens);
    return this;
  }

  /** Stops in order, but without waiting for anybody. */
  void stop() throws IOException, InterruptedException {
    signal("INT");
    end();
  }

  /** Stops at once; the next start recovers from the log. */
  void crash() throws IOException, InterruptedException {
    signal("QUIT");
    end();
  }

  /** Gone with everything, as when the machine loses power. */
  void kill() throws InterruptedException {
    close();
    end();
  }

  /** A standby becomes the primary. */
  void promote() throws IOException, InterruptedException {
    PostgresBinaries.run(
        binaries.command("pg_ctl", List.of("promote", "-w", "-D", data.toString())));
  }

  @Override
  public void close() {
    if (process != null && process.isAlive()) {
      destroy(process.toHandle());
    }
  }

  /** Ends a server and all its processes without warning. */
  static void destroy(ProcessHandle server) {
    Stream.concat(server.descendants(), Stream.of(server))
        .toList()
        .forEach(ProcessHandle::destroyForcibly);
  }

  Path log() {
    return data.resolveSibling(data.getFileName() + ".log");
  }

  private void signal(String name) throws IOException, InterruptedException {
    PostgresBinaries.run(List.of("kill", "-" + name, String.valueOf(process.pid())));
  }

  private void end() throws InterruptedException {
    if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
      throw new IllegalStateException("PostgreSQL does not end, see " + log());
    }
  }

  private boolean listens() {
    if (!process.isAlive()) {
      throw new IllegalStateException("PostgreSQL ended, see " + log());
    }
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 500);
      return Files.readString(log()).contains("ready to accept");
    } catch (IOException notYet) {
      return false;
    }
  }
}
