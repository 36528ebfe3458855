package de.amtsbote.acceptance.site;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The served gateway as a process that can be stopped, killed and started again. */
public final class GatewayProcess implements AutoCloseable {

  private static final Duration TIME_TO_START = Duration.ofMinutes(10);
  private static final Duration TIME_TO_STOP = Duration.ofSeconds(60);

  private final Path configuration;
  private final Path console;
  private final int port;
  private final JavaCommand command;
  private Process process;

  GatewayProcess(Path configuration, Path console, int port) {
    this(configuration, console, port, JavaCommand.SHORT_LIVED);
  }

  /**
   * A gateway that is not started yet.
   *
   * @param console takes what it prints
   * @param command how the program is run
   */
  public GatewayProcess(Path configuration, Path console, int port, JavaCommand command) {
    this.configuration = configuration;
    this.console = console;
    this.port = port;
    this.command = command;
  }

  public URI address() {
    return URI.create("http://127.0.0.1:" + port);
  }

  /**
   * Returns when the gateway says that it is well.
   *
   * @param properties {@code --key=value}, winning over the configuration file
   */
  public void start(String... properties) throws IOException {
    launch(properties);
    awaitWell();
  }

  /** Begins to start and returns at once. */
  public void launch(String... properties) throws IOException {
    List<String> arguments = new ArrayList<>(List.of("serve", "--config=" + configuration));
    arguments.addAll(List.of(properties));
    process =
        new ProcessBuilder(command.line(ownCopyOfTheJar(), arguments))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(console.toFile()))
            .start();
  }

  /** Returns when the gateway says that it is well. */
  public void awaitWell() {
    await("gateway serves")
        .atMost(TIME_TO_START)
        .pollInterval(Duration.ofMillis(250))
        .failFast(this::requireAlive)
        .until(this::isWell);
  }

  private void requireAlive() throws IOException {
    if (!process.isAlive()) {
      List<String> lines = output().lines().toList();
      throw new IllegalStateException(
          "gateway ended by itself; it said last: "
              + lines.subList(Math.max(0, lines.size() - 3), lines.size()));
    }
  }

  /** Ends the process as an operator does. */
  public void stop() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(TIME_TO_STOP.toSeconds(), TimeUnit.SECONDS)) {
      kill();
    }
  }

  /** Ends the process as a power failure does. */
  public void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** Ends the process, if there is one, without waiting for it. */
  public void destroy() {
    if (process != null) {
      process.destroyForcibly();
    }
  }

  /** Number of the process that was started last. */
  public long pid() {
    return process.pid();
  }

  public String output() throws IOException {
    return Files.readString(console);
  }

  @Override
  public void close() {
    if (process == null) {
      return;
    }
    try {
      stop();
    } catch (InterruptedException impatience) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  /** A build while the gateway runs shall not pull its classes away. */
  private Path ownCopyOfTheJar() throws IOException {
    Path copy = console.resolveSibling("gateway.jar");
    return Files.exists(copy) ? copy.toRealPath() : Files.copy(Program.JAR, copy);
  }

  /** Whether it serves now. */
  public boolean isWell() throws InterruptedException {
    HttpRequest health =
        HttpRequest.newBuilder(address().resolve("/actuator/health"))
            .timeout(Duration.ofSeconds(5))
            .build();
    try {
      return HttpClient.newHttpClient().send(health, BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException notYet) {
      return false;
    }
  }
}
