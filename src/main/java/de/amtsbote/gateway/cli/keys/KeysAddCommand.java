package de.amtsbote.gateway.cli.keys;

import de.amtsbote.gateway.cli.ExitCode;
import de.amtsbote.gateway.cli.GatewayFiles;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "add",
    mixinStandardHelpOptions = true,
    header = "Add a new random AES-256 key to the key ring.",
    description = {
      "",
      "Running gateways find it by themselves. It wraps new data keys as soon as",
      "amtsbote.key-ring.store-key names it; bring the file to all nodes before.",
      ""
    })
final class KeysAddCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Mixin private GatewayFiles files;

  @Parameters(paramLabel = "ALIAS", description = "Name of the new key, such as payload-2.")
  private String alias;

  @Override
  public Integer call() throws IOException {
    files.ring().add(alias);
    spec.commandLine().getOut().println("added " + alias + "; back up the key ring now");
    return ExitCode.OK;
  }
}
