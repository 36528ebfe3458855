package de.amtsbote.gateway.cli.certificates;

import java.time.Clock;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code amtsbote certificates}: groups what has to do with certificates. */
@Command(
    name = "certificates",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    header = "Make a sample PKI for demos and tests.")
public final class CertificatesCommand {

  private CertificatesCommand() {}

  /** A group whose certificates are valid from the clock's time on. */
  public static CommandLine command(Clock clock) {
    return new CommandLine(new CertificatesCommand())
        .addSubcommand(new CertificatesCreateCommand(clock));
  }
}
