package de.amtsbote.gateway.cli.audit;

import de.amtsbote.gateway.cli.CommandFailure;
import de.amtsbote.gateway.cli.ExitCode;
import de.amtsbote.gateway.cli.GatewayFiles;
import de.amtsbote.gateway.message.MessageId;
import de.amtsbote.gateway.message.audit.AuditScope;
import de.amtsbote.gateway.message.audit.ChainBreak;
import de.amtsbote.gateway.message.audit.TimelineAuditStore;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
    name = "verify",
    mixinStandardHelpOptions = true,
    header = "Recompute the hash chain of every timeline and name what does not hold.",
    description = {
      "",
      "For each message whose timeline was changed, the first broken entry is named, and what",
      "differs: an entry changed, missing or added, an end cut off, a state that no entry tells"
          + " of.",
      "Works whether the gateway runs or not; nothing is changed. Exit code 1 when one is broken.",
      ""
    })
final class AuditVerifyCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Mixin private GatewayFiles files;

  @Option(names = "--message", paramLabel = "ID", description = "Only this message.")
  private String message;

  @Option(names = "--tenant", paramLabel = "NAME", description = "Only messages of this tenant.")
  private String tenant;

  @Option(
      names = "--since",
      paramLabel = "TIME",
      description = "Only messages received then or later, as 2026-11-23 or 2026-11-23T08:00:00Z.")
  private String since;

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    var scope =
        new AuditScope(
            tenant,
            message == null ? null : MessageId.parse(message),
            time(),
            null,
            Long.MAX_VALUE);
    try (var database = files.database()) {
      var report =
          TimelineAuditStore.of(database.source()).verify(scope, found -> out.println(line(found)));
      if (message != null && report.messages() == 0) {
        throw new CommandFailure("there is no message " + message);
      }
      out.printf(
          "%d messages, %d entries, %d broken%n",
          report.messages(), report.entries(), report.broken());
      return report.holds() ? ExitCode.OK : ExitCode.FAILED;
    }
  }

  private static String line(ChainBreak found) {
    return "message %s, tenant %s, entry %d: %s: %s"
        .formatted(
            found.message(),
            found.tenant(),
            found.sequence(),
            found.fault().name().toLowerCase(Locale.ROOT).replace('_', ' '),
            found.details());
  }

  private Instant time() {
    try {
      if (since == null) {
        return null;
      }
      return since.contains("T")
          ? Instant.parse(since)
          : LocalDate.parse(since).atStartOfDay(ZoneOffset.UTC).toInstant();
    } catch (DateTimeParseException e) {
      throw new CommandFailure("--since must be 2026-11-23 or 2026-11-23T08:00:00Z");
    }
  }
}
