package de.amtsbote.gateway.cli.keys;

import java.time.Clock;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code amtsbote keys}: groups what has to do with the key ring of stored content. */
@Command(
    name = "keys",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    header = "List, add, exchange and remove the keys that protect stored messages.",
    description = {
      "",
      "The key ring is the PKCS#12 file that the configuration names. The commands work on the",
      "gateway's database, whether the gateway runs or not; content is neither read nor written.",
      ""
    })
public final class KeysCommand {

  private KeysCommand() {}

  /** The command with its subcommands, which take the time from the clock. */
  public static CommandLine command(Clock clock) {
    return new CommandLine(new KeysCommand())
        .addSubcommand(new KeysListCommand(clock))
        .addSubcommand(new KeysAddCommand())
        .addSubcommand(new KeysRewrapCommand())
        .addSubcommand(new KeysRemoveCommand(clock));
  }
}
