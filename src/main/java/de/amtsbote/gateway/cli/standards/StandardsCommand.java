package de.amtsbote.gateway.cli.standards;

import de.amtsbote.gateway.cli.standards.dryrun.StandardsDryRunCommand;
import java.time.Clock;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code amtsbote standards}: groups what has to do with standard packages. */
@Command(
    name = "standards",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    header = "Install, list, show, check and remove XÖV standards, and try their next release.",
    description = {
      "",
      "Packages are taken as they are published, from a ZIP or an unpacked folder. The network",
      "is never used: what a package imports and does not contain is named.",
      ""
    },
    subcommands = {
      StandardsInstallCommand.class,
      StandardsListCommand.class,
      StandardsShowCommand.class,
      StandardsCheckCommand.class,
      StandardsRemoveCommand.class
    })
public final class StandardsCommand {

  /** The command with its subcommands, which take the time from the clock. */
  public static CommandLine command(Clock clock) {
    return new CommandLine(new StandardsCommand()).addSubcommand(new StandardsDryRunCommand(clock));
  }
}
