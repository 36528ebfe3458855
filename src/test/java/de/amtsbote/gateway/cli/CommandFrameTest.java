package de.amtsbote.gateway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Command;

class CommandFrameTest {

  private final StringWriter err = new StringWriter();

  @Test
  void success_endsWithZero() {
    assertThat(run(() -> ExitCode.OK, "probe")).isZero();
  }

  @Test
  void commandFailure_endsWithOne() {
    assertThat(run(CommandFrameTest::fail, "probe")).isEqualTo(ExitCode.FAILED);
  }

  @Test
  void commandFailure_isExplainedWithoutStackTrace() {
    run(CommandFrameTest::fail, "probe");

    assertThat(err).hasToString("amtsbote probe: no such folder\n");
  }

  @Test
  void stacktraceOption_showsWhereTheFailureArose() {
    run(CommandFrameTest::fail, "probe", "--stacktrace");

    assertThat(err.toString()).contains("at de.amtsbote.gateway.cli.CommandFrameTest.fail");
  }

  @Test
  void unknownCommand_isAUsageError() {
    assertThat(run(() -> ExitCode.OK, "prob")).isEqualTo(ExitCode.USAGE);
  }

  @Test
  void unknownCommand_namesTheNearestOne() {
    run(() -> ExitCode.OK, "prob");

    assertThat(err.toString()).contains("Did you mean").contains("probe");
  }

  private int run(Callable<Integer> body, String... arguments) {
    CommandFrame frame = new CommandFrame(new Probe(body));
    frame.commandLine().setErr(new PrintWriter(err, true));
    return frame.run(arguments);
  }

  private static int fail() {
    throw new CommandFailure("no such folder");
  }

  @Command(name = "probe")
  record Probe(Callable<Integer> body) implements Callable<Integer> {
    @Override
    public Integer call() throws Exception {
      return body.call();
    }
  }
}
