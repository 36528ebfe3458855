package de.amtsbote.gateway.cli.standards;

import picocli.CommandLine.Parameters;

/** Names one installed standard in one version. */
final class StandardId {

  @Parameters(
      index = "0",
      paramLabel = "NAME",
      description = "The name, as 'standards list' shows it.")
  String name;

  @Parameters(index = "1", paramLabel = "VERSION", description = "The version.")
  String version;
}
