package de.amtsbote.gateway.cli.standards.dryrun;

import de.amtsbote.gateway.cli.CommandFailure;
import de.amtsbote.gateway.cli.ExitCode;
import de.amtsbote.gateway.cli.GatewayFiles;
import de.amtsbote.gateway.message.ArchiveStore;
import de.amtsbote.xoev.Level;
import de.amtsbote.xoev.profile.ValidationProfiles;
import de.amtsbote.xoev.standard.StandardCatalog;
import de.amtsbote.xoev.validation.ValidationOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Says what a release switch would mean for the messages that come in now. */
@Command(
    name = "dry-run",
    exitCodeOnExecutionException = StandardsDryRunCommand.NO_STATEMENT,
    header = "Validate stored messages against another release of their standard.",
    description = {
      "",
      "Reads the messages of the last days from the gateway's database, whether it runs or not, and",
      "changes nothing. Each message is read as if it named the other release; what would be wrong",
      "then is summed up, without any content.",
      "Exit code 0: all would be valid. 1: some would be invalid. 2: no statement is possible: there",
      "are no messages, some could not be checked, or something is missing.",
      ""
    })
public final class StandardsDryRunCommand implements Callable<Integer> {

  static final int NO_STATEMENT = 2;

  private static final ZoneId GERMANY = ZoneId.of("Europe/Berlin");

  private final Clock clock;

  @Spec private CommandSpec spec;

  @Mixin private GatewayFiles files;

  @Option(names = "--standard", required = true, paramLabel = "NAME", description = "The standard.")
  private String standard;

  @Option(
      names = "--version",
      required = true,
      paramLabel = "NEXT",
      description = "The installed version to validate against.")
  private String version;

  @Option(
      names = "--since",
      paramLabel = "PERIOD",
      defaultValue = "7d",
      converter = Period.class,
      description = "How far back: 12h, 7d, 2w (default: ${DEFAULT-VALUE}).")
  private Duration period;

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "100000",
      description = "At most so many messages, the newest first (default: ${DEFAULT-VALUE}).")
  private long limit;

  @Option(
      names = "--levels",
      paramLabel = "LEVELS",
      description = "Levels to run: safe,charset,xsd,codes,header,schematron (default: all).")
  private String levels;

  @Option(
      names = "--standards",
      paramLabel = "DIR",
      description = "The folder of the installed standards (default: that of the configuration).")
  private Path folder;

  @Option(names = "--json", description = "One JSON object instead of a table.")
  private boolean json;

  @Option(names = "--german", description = "Text in German.")
  private boolean german;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help message and exit.")
  private boolean help;

  /**
   * The command.
   *
   * @param clock tells how far back the messages go
   */
  public StandardsDryRunCommand(Clock clock) {
    this.clock = clock;
  }

  @Override
  public Integer call() throws IOException {
    var installed = StandardCatalog.read(standards());
    var release = installed.get(standard, version);
    var since = clock.instant().minus(period);
    var view = new ReleaseView(installed, release, clock);
    var options = options(view.day(LocalDate.now(clock.withZone(GERMANY))));
    try (var database = files.database();
        var messages = new ArchiveStore(database.source(), files.ring().wrapper(files.current()))) {
      var tally = new DryRun(messages, installed, release, view.xoev(), options).run(since, limit);
      print(release.id(), since, tally);
      if (json) {
        spec.commandLine().getOut().println(TallyJson.of(release, since, tally));
      }
      return exitCode(tally);
    }
  }

  private void print(String release, Instant since, Tally tally) {
    if (json) {
      return;
    }
    var out = spec.commandLine().getOut();
    out.println(
        german
            ? "%s, Nachrichten seit %s".formatted(release, since)
            : "%s, messages since %s".formatted(release, since));
    new TallyText(out, german).print(tally);
    if (tally.all().all() >= limit) {
      out.println(german ? "mehr gibt es; siehe --limit" : "there are more; see --limit");
    }
  }

  private static int exitCode(Tally tally) {
    if (tally.all().invalid() > 0) {
      return ExitCode.FAILED;
    }
    var complete = tally.all().unknown() == 0 && tally.unreadable() == 0;
    return complete && tally.all().valid() > 0 ? ExitCode.OK : NO_STATEMENT;
  }

  private ValidationOptions options(LocalDate day) throws IOException {
    var profiles = files.value("amtsbote.validation");
    var options =
        ValidationOptions.ALL
            .on(day)
            .under(
                profiles == null
                    ? ValidationProfiles.NONE
                    : ValidationProfiles.read(Path.of(profiles)),
                "");
    return levels == null ? options : options.withLevels(Level.parse(levels));
  }

  private Path standards() throws IOException {
    var configured = files.value("amtsbote.standards");
    var path = folder != null ? folder : Path.of(configured == null ? "standards" : configured);
    if (!Files.isDirectory(path)) {
      throw new CommandFailure("there is no folder " + path + " with installed standards");
    }
    return path;
  }
}
