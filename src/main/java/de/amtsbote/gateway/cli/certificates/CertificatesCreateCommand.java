package de.amtsbote.gateway.cli.certificates;

import de.amtsbote.gateway.cli.ExitCode;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
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

  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,62}");

  private final Clock clock;

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "DIR", description = "A folder that is empty or does not exist yet.")
  private Path directory;

  @Option(
      names = "--tls",
      paramLabel = "NAME",
      description =
          "Also make NAME.p12 (alias tls) and NAME.cer for TLS on this machine, as server or as"
              + " client; may be given several times.")
  private List<String> tls = new ArrayList<>();

  CertificatesCreateCommand(Clock clock) {
    this.clock = clock;
  }

  @Override
  public Integer call() {
    for (String name : tls) {
      if (!NAME.matcher(name).matches() || SamplePki.isTaken(name)) {
        throw new ParameterException(
            spec.commandLine(),
            "--tls %s: use a name of small letters, digits and hyphens that no party has"
                .formatted(name));
      }
    }
    new SamplePki(clock).create(directory, tls, List.of());
    spec.commandLine().getOut().println("Sample PKI written to " + directory.toAbsolutePath());
    return ExitCode.OK;
  }
}
