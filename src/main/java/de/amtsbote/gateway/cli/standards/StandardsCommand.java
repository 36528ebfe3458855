package de.amtsbote.gateway.cli.standards;

import picocli.CommandLine.Command;

/** {@code amtsbote standards}: groups what has to do with standard packages. */
@Command(
    name = "standards",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    header = "Install, list, show, check and remove XÖV standards.",
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
public final class StandardsCommand {}
