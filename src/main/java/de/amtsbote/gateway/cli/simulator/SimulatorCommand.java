package de.amtsbote.gateway.cli.simulator;

import java.time.Clock;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code amtsbote simulator}: has one command for each system that it stands in for. */
@Command(
    name = "simulator",
    mixinStandardHelpOptions = true,
    header = "Stand in for the systems of others, for developing and testing offline.",
    synopsisSubcommandLabel = "COMMAND")
public final class SimulatorCommand {

  private SimulatorCommand() {}

  /** The command with those below it. */
  public static CommandLine command(Clock clock) {
    return new CommandLine(new SimulatorCommand()).addSubcommand(new DvdvCommand(clock));
  }
}
