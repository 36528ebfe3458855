package de.amtsbote.acceptance.fault;

import de.amtsbote.acceptance.site.GatewayProcess;
import de.amtsbote.acceptance.site.JavaCommand;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** One gateway process of a scene. */
final class Node implements AutoCloseable {

  private final GatewayProcess process;
  private final Path ownDatabase;
  private final String[] properties;

  private Node(GatewayProcess process, Path ownDatabase, List<String> properties) {
    this.process = process;
    this.ownDatabase = ownDatabase;
    this.properties = properties.toArray(String[]::new);
  }

  /**
   * A node that is not started.
   *
   * @param folder of the scene; the node's own data lie below it
   */
  static Node of(
      Path folder, String name, int port, JavaCommand command, List<String> moreProperties) {
    List<String> properties = new ArrayList<>();
    properties.add("--server.port=" + port);
    properties.add("--amtsbote.data=" + folder.resolve(name));
    properties.add("--logging.file.name=" + folder.resolve(name + ".log"));
    // a dead node is noticed after six seconds instead of half a minute
    properties.add("--amtsbote.work.heartbeat=1s");
    properties.add("--amtsbote.work.first-backoff=500ms");
    properties.add("--amtsbote.work.max-backoff=2s");
    properties.add("--amtsbote.osci.receipts.slowest=2s");
    properties.add("--amtsbote.circuit.longest-pause=5s");
    properties.add("--amtsbote.circuit.probe-timeout=20s");
    properties.addAll(moreProperties);
    GatewayProcess process =
        new GatewayProcess(
            folder.resolve("application.yaml"), folder.resolve(name + ".console"), port, command);
    return new Node(process, folder.resolve(name).resolve("postgres/data"), properties);
  }

  void launch() throws IOException {
    process.launch(properties);
  }

  void awaitWell() {
    process.awaitWell();
  }

  boolean isWell() throws InterruptedException {
    return process.isWell();
  }

  void start() throws IOException {
    launch();
    awaitWell();
  }

  void stop() throws InterruptedException {
    process.stop();
  }

  void kill() throws InterruptedException {
    process.kill();
  }

  long pid() {
    return process.pid();
  }

  URI address() {
    return process.address();
  }

  /** The database that a killed node leaves behind goes, too. */
  @Override
  public void close() {
    process.destroy();
    Path pidFile = ownDatabase.resolve("postmaster.pid");
    try (Stream<String> lines = Files.exists(pidFile) ? Files.lines(pidFile) : Stream.empty()) {
      lines
          .findFirst()
          .flatMap(pid -> ProcessHandle.of(Long.parseLong(pid.strip())))
          .ifPresent(PostgresServer::destroy);
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }
}
