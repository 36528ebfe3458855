package de.amtsbote.gateway.cli.keys;

import de.amtsbote.gateway.cli.ExitCode;
import de.amtsbote.gateway.cli.GatewayFiles;
import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.GatewayException;
import de.amtsbote.gateway.message.rotation.KeyRotation;
import de.amtsbote.gateway.message.rotation.KeyUse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "remove",
    mixinStandardHelpOptions = true,
    header = "Remove a key that protects nothing any more.",
    description = {
      "",
      "Refused while a message is wrapped under it, while the configuration names it, and as long",
      "as a node may still use it: half an hour after a node had it as its key.",
      ""
    })
final class KeysRemoveCommand implements Callable<Integer> {

  /** Longer than three runs of the job in which a node tells its key. */
  private static final Duration QUIET = Duration.ofMinutes(30);

  private final Clock clock;

  @Spec private CommandSpec spec;

  @Mixin private GatewayFiles files;

  @Parameters(paramLabel = "ALIAS", description = "Name of the key.")
  private String alias;

  KeysRemoveCommand(Clock clock) {
    this.clock = clock;
  }

  @Override
  public Integer call() throws IOException {
    var ring = files.ring();
    if (alias.equals(files.current())) {
      throw inUse("amtsbote.key-ring.store-key names it");
    }
    try (var database = files.database()) {
      new KeyRotation(database.source(), ring.wrapper(files.current()), clock)
          .uses().stream().filter(use -> use.alias().equals(alias)).forEach(this::check);
    }
    ring.remove(alias);
    spec.commandLine().getOut().println("removed " + alias);
    return ExitCode.OK;
  }

  private void check(KeyUse use) {
    if (use.messages() > 0) {
      throw inUse("it protects " + use.messages() + " messages");
    }
    var free = use.seenAt() == null ? null : use.seenAt().plus(QUIET);
    if (free != null && clock.instant().isBefore(free)) {
      throw inUse("a node had it as its key at " + use.seenAt());
    }
  }

  private GatewayException inUse(String why) {
    return new GatewayException(ErrorCode.KEY_IN_USE, alias + ": " + why);
  }
}
