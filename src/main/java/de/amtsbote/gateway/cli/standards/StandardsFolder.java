package de.amtsbote.gateway.cli.standards;

import de.amtsbote.gateway.cli.CommandFailure;
import java.nio.file.Files;
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

  /** The folder where something is expected to lie. */
  Path existing() {
    if (!Files.isDirectory(path)) {
      throw new CommandFailure(
          "there is no folder %s. Name the folder of the installed standards with --standards, or"
                  .formatted(path)
              + " make it with: amtsbote standards install PACKAGE.zip --standards "
              + path);
    }
    return path;
  }
}
