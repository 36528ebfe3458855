package de.amtsbote.acceptance.site;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.net.ssl.SSLContext;

/** The simulator as a process of its own, and what it tells a shell. */
public final class SimulatorProcess implements AutoCloseable {

  private static final Duration TIME_TO_START = Duration.ofMinutes(10);
  private static final Duration TIME_TO_STOP = Duration.ofMinutes(1);
  private static final String READY = "Ctrl-C ends the simulator.";
  private static final Pattern SHELL = Pattern.compile("for a shell: +\\. (\\S+)");
  private static final Pattern OWN = Pattern.compile("a gateway of your own: +(\\S+)");
  private static final Pattern EXPORT = Pattern.compile("export (\\w+)=(\\S+)");

  private final Process process;
  private final Path output;
  private final Path environmentFile;
  private final Map<String, String> environment;

  private SimulatorProcess(Process process, Path output) throws IOException {
    this.process = process;
    this.output = output;
    this.environmentFile = Path.of(said(SHELL));
    this.environment =
        EXPORT
            .matcher(Files.readString(environmentFile))
            .results()
            .collect(Collectors.toMap(it -> it.group(1), it -> it.group(2)));
  }

  public static SimulatorProcess start(String... options) throws IOException {
    Path output = Files.createTempFile("amtsbote-simulator-out-", ".txt");
    List<String> arguments = new ArrayList<>(List.of("simulator"));
    arguments.addAll(List.of(options));
    Process process =
        new ProcessBuilder(JavaCommand.SHORT_LIVED.line(Program.JAR, arguments))
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    await("the simulator says where its systems are")
        .atMost(TIME_TO_START)
        .failFast("the simulator ended", () -> !process.isAlive())
        .until(() -> Files.readString(output).contains(READY));
    return new SimulatorProcess(process, output);
  }

  /** What it told the shell under this name. */
  public String told(String name) {
    return environment.get(name);
  }

  public URI gateway() {
    return URI.create(told("GATEWAY"));
  }

  public String output() throws IOException {
    return Files.readString(output);
  }

  /** The folder in which it keeps everything. */
  public Path folder() {
    return environmentFile.getParent();
  }

  /** A gateway that is set up as the simulator proposes; not started yet. */
  public GatewayProcess ownGateway(int port) throws IOException {
    Path folder = Files.createTempDirectory("amtsbote-own-");
    return new GatewayProcess(Path.of(said(OWN)), folder.resolve("console.log"), port);
  }

  /** TLS as the portal of the XTA server speaks it. */
  public SSLContext xtaPortal() throws IOException {
    return Tls.of(
        Path.of(told("XTA_PORTAL")), Path.of(told("PASSWORD_FILE")), Path.of(told("XTA_CA")));
  }

  private String said(Pattern what) throws IOException {
    Matcher found = what.matcher(output());
    if (!found.find()) {
      throw new IOException("the simulator did not say " + what + ": " + output());
    }
    return found.group(1);
  }

  /** Ends it as Ctrl-C does. */
  public void stop() throws InterruptedException {
    process.destroy();
    process.waitFor(TIME_TO_STOP.toSeconds(), TimeUnit.SECONDS);
  }

  @Override
  public void close() throws IOException {
    try {
      stop();
    } catch (InterruptedException impatience) {
      Thread.currentThread().interrupt();
    }
    process.destroyForcibly();
    Files.deleteIfExists(output);
  }
}
