package de.amtsbote.gateway.cli.load;

import de.amtsbote.gateway.cli.CommandFailure;
import de.amtsbote.gateway.cli.ExitCode;
import de.amtsbote.gateway.cli.sample.Attachment;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code amtsbote load}: how much a gateway carries, and whether all of it arrives. */
@Command(
    name = "load",
    mixinStandardHelpOptions = true,
    header = "Send applications at a fixed rate and follow each message to its end.",
    description = {
      "",
      "The rate is kept whether the gateway keeps up or not, and latencies count from the moment",
      "at which a message should have gone out. Applications are those of the demo standard XDemo",
      "unless a file is given. For gateways that you operate, not for anybody else's.",
      ""
    },
    footer = {
      "",
      "Exit code 0 only if every message had an answer, some were accepted, and each of those came to an end."
    })
public final class LoadCommand implements Callable<Integer> {

  private static final String ON_STDOUT = "-";

  private final Clock clock;

  @Spec private CommandSpec spec;

  @Option(
      names = "--url",
      paramLabel = "URL",
      required = true,
      description = "Address of the gateway; several times for several nodes, taken in turn.")
  private List<URI> gateways;

  @Option(
      names = "--token",
      paramLabel = "TOKEN",
      required = true,
      defaultValue = "${env:AMTSBOTE_TOKEN}",
      description = "Token of an account with the role portal (or environment: AMTSBOTE_TOKEN).")
  private String token;

  @Option(names = "--rate", paramLabel = "N", defaultValue = "10", description = "Messages/s.")
  private double rate;

  @Option(names = "--count", paramLabel = "N", defaultValue = "100", description = "How many.")
  private int count;

  @Option(
      names = "--until-eof",
      description = "End sooner when standard input ends, e.g. by Ctrl-D.")
  private boolean untilEof;

  @Option(
      names = "--size",
      paramLabel = "SIZE",
      defaultValue = "0",
      converter = ByteSize.class,
      description = "Payload and attachment together, e.g. 10KiB (default: the smallest).")
  private long size;

  @Option(
      names = "--file",
      paramLabel = "FILE",
      description = "Send copies of this message, its message UUID replaced; several take turns.")
  private List<Path> files = List.of();

  @Option(
      names = "--attachment",
      paramLabel = "FILE",
      description = "Goes along with --file; may be given several times.")
  private List<Path> attachments = List.of();

  @Option(
      names = "--service",
      paramLabel = "NAME",
      description = "Hand in for this service (default: what follows from the message).")
  private String service;

  @Option(
      names = "--concurrency",
      paramLabel = "N",
      defaultValue = "256",
      description = "Most requests under way at once (default: ${DEFAULT-VALUE}).")
  private int concurrency;

  @Option(
      names = "--repeat",
      negatable = true,
      defaultValue = "true",
      fallbackValue = "true",
      description =
          "Hand in again, under the same key, what was not taken for a passing reason (default).")
  private boolean repeat;

  @Option(
      names = "--patience",
      paramLabel = "SECONDS",
      defaultValue = "60",
      description = "Give up when nothing gets on for so long (default: ${DEFAULT-VALUE}).")
  private int patience;

  @Option(
      names = "--operator-token",
      paramLabel = "TOKEN",
      description = "Reads CPU time and heap of the gateways from their metrics.")
  private String operatorToken;

  @Option(
      names = "--pid",
      paramLabel = "PID",
      description = "Reads CPU time and memory of this process and its children (Linux).")
  private List<Long> pids = List.of();

  @Option(
      names = "--json",
      paramLabel = "FILE",
      arity = "0..1",
      fallbackValue = ON_STDOUT,
      description = "The result as JSON into the file, or instead of the table.")
  private String json;

  @Option(
      names = "--receipts",
      paramLabel = "FILE",
      description = "A line for each message: key, SHA-256, message id, state, code.")
  private Path receipts;

  /** A load driver that dates its applications by this clock. */
  public LoadCommand(Clock clock) {
    this.clock = clock;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (rate <= 0 || count < 1 || concurrency < 1 || patience < 1) {
      throw new CommandFailure("rate, count, concurrency and patience must be above zero");
    }
    Path folder = Files.createTempDirectory("amtsbote-load-");
    try {
      LoadResult result = new Load(plan(), letters(folder), meters()).run();
      report(result);
      return result.isComplete() ? ExitCode.OK : ExitCode.FAILED;
    } finally {
      delete(folder);
    }
  }

  private LoadPlan plan() {
    return new LoadPlan(
        gateways,
        token,
        service,
        rate,
        count,
        concurrency,
        repeat,
        Duration.ofSeconds(patience),
        untilEof ? new EndOfInput(System.in) : () -> false);
  }

  private Letters letters(Path folder) throws IOException {
    return files.isEmpty()
        ? Letters.ofTheDemoStandard(folder, clock, size)
        : Letters.of(files, attachments.stream().map(LoadCommand::attachment).toList());
  }

  private List<Meter> meters() {
    List<Meter> meters = new ArrayList<>();
    if (operatorToken != null) {
      gateways.forEach(gateway -> meters.add(new ActuatorMeter(gateway, operatorToken)));
    }
    pids.forEach(pid -> meters.add(new ProcessMeter(pid)));
    return meters;
  }

  private void report(LoadResult result) throws IOException {
    if (receipts != null) {
      new ReceiptFile(receipts).write(result.shipments());
    }
    PrintWriter out = spec.commandLine().getOut();
    LoadReport report = new LoadReport(result);
    if (ON_STDOUT.equals(json)) {
      out.println(report.json());
      return;
    }
    if (json != null) {
      Files.writeString(Path.of(json), report.json());
    }
    report.print(out);
  }

  private static Attachment attachment(Path file) {
    String name = file.getFileName().toString();
    String type =
        Optional.ofNullable(URLConnection.guessContentTypeFromName(name))
            .orElse("application/octet-stream");
    return new Attachment(name, type, file);
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path each : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(each);
      }
    }
  }
}
