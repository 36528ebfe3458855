package de.amtsbote.gateway.cli.keys;

import de.amtsbote.gateway.cli.ExitCode;
import de.amtsbote.gateway.cli.GatewayFiles;
import de.amtsbote.gateway.message.rotation.KeyRotation;
import de.amtsbote.gateway.message.rotation.KeyUse;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    header = "List the keys, where they are, and how many messages each protects.")
final class KeysListCommand implements Callable<Integer> {

  private static final String ROW = "%-24s %-8s %-8s %10s  %-28s %s%n";

  private final Clock clock;

  @Spec private CommandSpec spec;

  @Mixin private GatewayFiles files;

  KeysListCommand(Clock clock) {
    this.clock = clock;
  }

  @Override
  public Integer call() throws IOException {
    var ring = files.ring();
    var inRing = ring.keys().keySet();
    try (var database = files.database()) {
      var rotation = new KeyRotation(database.source(), ring.wrapper(files.current()), clock);
      var uses = new ArrayList<>(rotation.uses());
      inRing.stream()
          .filter(alias -> uses.stream().noneMatch(use -> use.alias().equals(alias)))
          .forEach(alias -> uses.add(new KeyUse(alias, 0, null, null)));
      print(uses, inRing);
    }
    return ExitCode.OK;
  }

  private void print(Iterable<KeyUse> uses, Set<String> inRing) throws IOException {
    var out = spec.commandLine().getOut();
    out.printf(ROW, "alias", "current", "in ring", "messages", "first used", "last seen");
    for (var use : uses) {
      out.printf(
          ROW,
          use.alias(),
          use.alias().equals(files.current()) ? "yes" : "no",
          inRing.contains(use.alias()) ? "yes" : "MISSING",
          use.messages(),
          time(use.firstUsedAt()),
          time(use.seenAt()));
    }
  }

  private static String time(Instant time) {
    return time == null ? "-" : time.toString();
  }
}
