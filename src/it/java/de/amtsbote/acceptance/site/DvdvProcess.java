package de.amtsbote.acceptance.site;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** A DVDV server, which is the simulator in a process of its own. */
public final class DvdvProcess implements AutoCloseable {

  private static final Duration TIME_TO_START = Duration.ofMinutes(10);

  private final Process process;
  private final Path output;

  private DvdvProcess(Process process, Path output) {
    this.process = process;
    this.output = output;
  }

  static DvdvProcess start(int port, Path entries, String service) throws IOException {
    Path output = Files.createTempFile("amtsbote-dvdv-", ".out");
    List<String> arguments =
        List.of(
            "simulator",
            "dvdv",
            "--port",
            Integer.toString(port),
            "--directory",
            entries.toString(),
            "--service",
            service);
    Process process =
        new ProcessBuilder(JavaCommand.SHORT_LIVED.line(Program.JAR, arguments))
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    DvdvProcess started = new DvdvProcess(process, output);
    await("the DVDV server says where it is")
        .atMost(TIME_TO_START)
        .until(() -> Files.readString(output).contains("DVDV at"));
    return started;
  }

  public boolean isRunning() {
    return process.isAlive();
  }

  @Override
  public void close() throws IOException {
    process.destroyForcibly();
    Files.deleteIfExists(output);
  }
}
