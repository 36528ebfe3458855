package de.amtsbote.gateway.cli.audit;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code amtsbote audit}: groups what auditors need. */
@Command(
    name = "audit",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    header = "Check that timelines and exported evidence are as they were written.")
public final class AuditCommand {

  private AuditCommand() {}

  /** The command with its subcommands. */
  public static CommandLine command() {
    return new CommandLine(new AuditCommand())
        .addSubcommand(new AuditVerifyCommand())
        .addSubcommand(new AuditEvidenceCommand());
  }
}
