package de.amtsbote.acceptance.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The {@code amtsbote} command, run as a process of its own until it ends. */
public final class Program {

  public static final Path JAR = Path.of("target", "gateway.jar");
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  private Program() {}

  /** Runs a command and expects it to succeed. */
  public static Result succeed(String... arguments) throws IOException, InterruptedException {
    Result result = run(arguments);
    assertThat(result.exitCode()).as("%s said: %s", List.of(arguments), result).isZero();
    return result;
  }

  public static Result run(String... arguments) throws IOException, InterruptedException {
    return run(JavaCommand.SHORT_LIVED, arguments);
  }

  /** Runs a command with a folder of its own for temporary files. */
  public static Result runIn(Path temporary, String... arguments)
      throws IOException, InterruptedException {
    return run(JavaCommand.SHORT_LIVED.with("-Djava.io.tmpdir=" + temporary), arguments);
  }

  private static Result run(JavaCommand java, String... arguments)
      throws IOException, InterruptedException {
    Path out = Files.createTempFile("amtsbote-", ".out");
    Path err = Files.createTempFile("amtsbote-", ".err");
    try {
      Process process =
          new ProcessBuilder(java.line(JAR, List.of(arguments)))
              .redirectOutput(out.toFile())
              .redirectError(err.toFile())
              .start();
      boolean ended = process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS);
      process.destroyForcibly();
      assertThat(ended).as("%s ends within %s", List.of(arguments), PATIENCE).isTrue();
      return new Result(process.exitValue(), Files.readString(out), Files.readString(err));
    } finally {
      Files.delete(out);
      Files.delete(err);
    }
  }

  /** How a command ended and what it said. */
  public record Result(int exitCode, String out, String err) {

    public String lastLine() {
      List<String> lines = out.lines().filter(line -> !line.isBlank()).toList();
      return lines.isEmpty() ? "" : lines.get(lines.size() - 1);
    }
  }
}
