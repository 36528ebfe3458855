package de.amtsbote.gateway.cli.standards;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The option that says where the installed standards lie. */
final class StandardsFolder {

  @Option(
      names = "--standards",
      paramLabel = "DIR",
      defaultValue = "standards",
      description = "The folder of the installed standards (default: ${DEFAULT-VALUE}).")
  Path path;
}
