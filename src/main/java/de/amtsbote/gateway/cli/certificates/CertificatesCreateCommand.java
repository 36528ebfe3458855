package de.amtsbote.gateway.cli.certificates;

import de.amtsbote.gateway.cli.ExitCode;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "create",
    mixinStandardHelpOptions = true,
    header = "Make a certification authority, an intermediary, authorities and a portal.",
    description = {
      "",
      "Every certificate bears a mark by which the gateway refuses it outside the demo and tests.",
      "DIR/README.md says what each file is for.",
      ""
    })
final class CertificatesCreateCommand implements Callable<Integer> {

  private final Clock clock;

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "DIR", description = "A folder that is empty or does not exist yet.")
  private Path directory;

  CertificatesCreateCommand(Clock clock) {
    this.clock = clock;
  }

  @Override
  public Integer call() {
    new SamplePki(clock).create(directory);
    spec.commandLine().getOut().println("Sample PKI written to " + directory.toAbsolutePath());
    return ExitCode.OK;
  }
}
