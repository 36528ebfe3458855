package de.amtsbote.gateway.cli.keys;

import de.amtsbote.gateway.cli.ExitCode;
import de.amtsbote.gateway.cli.GatewayFiles;
import de.amtsbote.gateway.message.rotation.KeyRotation;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
    name = "rewrap",
    mixinStandardHelpOptions = true,
    header = "Wrap the data keys of all stored messages under the current key.",
    description = {
      "",
      "The gateway does the same by itself from time to time. It may be interrupted and run again,",
      "also while gateways run. Exit code 1 when data keys under older keys are left.",
      ""
    })
final class KeysRewrapCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Mixin private GatewayFiles files;

  @Override
  public Integer call() throws IOException {
    var out = spec.commandLine().getOut();
    try (var database = files.database()) {
      var keys = files.ring().wrapper(files.current());
      var results = KeyRotation.byDatabase(database.source(), keys).rewrap(() -> true);
      if (results.isEmpty()) {
        out.println("nothing to do: all data keys are wrapped under " + files.current());
      }
      results.forEach(
          it ->
              out.printf(
                  "%s -> %s: %d wrapped anew, %d failed, %d left%n",
                  it.from(), it.to(), it.done(), it.failed(), it.left()));
      return results.stream().allMatch(it -> it.left() == 0) ? ExitCode.OK : ExitCode.FAILED;
    }
  }
}
