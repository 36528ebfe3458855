package de.amtsbote.gateway.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "amtsbote",
    versionProvider = ProgramVersion.class,
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    header = "XÖV/OSCI integration gateway for German public administration.",
    description = {
      "",
      "Portals hand in applications; Amtsbote validates them, finds the competent authority,",
      "signs and encrypts over OSCI-Transport 1.2, delivers, and tells the portal what became of it.",
      ""
    },
    footer = {
      "",
      "Without a command, the gateway is served.",
      "Exit codes: 0 done, 1 failed, 2 the command line was not understood.",
      "Start with: amtsbote demo"
    })
final class RootCommand {

  @Option(
      names = "--stacktrace",
      scope = picocli.CommandLine.ScopeType.INHERIT,
      description = "Show where in the program a failure arose.")
  boolean stacktrace;
}
