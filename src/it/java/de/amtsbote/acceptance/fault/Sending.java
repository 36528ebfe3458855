package de.amtsbote.acceptance.fault;

import de.amtsbote.acceptance.site.Site;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/** The load driver as a process of its own, which no fault of the gateway touches. */
final class Sending implements AutoCloseable {

  /** More than any scenario sends: it goes on until it is enough. */
  static final int WITHOUT_END = 100_000;

  private static final Duration PATIENCE = Duration.ofSeconds(120);

  private final Process process;
  private final Path receipts;
  private final Path output;
  private final boolean endless;
  private final int turns;
  private final List<Integer> broken;

  private Sending(
      Process process, Path receipts, Path output, List<String> options, boolean endless) {
    this.endless = endless;
    List<String> files = options.stream().filter(each -> each.endsWith(".xml")).toList();
    this.turns = Math.max(1, files.size());
    this.broken =
        IntStream.range(0, files.size())
            .filter(turn -> files.get(turn).endsWith(Ground.BROKEN))
            .boxed()
            .toList();
    this.process = process;
    this.receipts = receipts;
    this.output = output;
  }

  /**
   * Begins to send.
   *
   * @param folder gets the books of this sender, and of no other
   * @param more options of {@code amtsbote load}
   */
  static Sending begin(
      Path program, Path folder, List<URI> gateways, double rate, int count, List<String> more)
      throws IOException {
    Path receipts = folder.resolve("receipts.tsv");
    Path output = folder.resolve("load.out");
    List<String> arguments = new ArrayList<>(List.of("load", "--token", Site.PORTAL_TOKEN));
    gateways.forEach(gateway -> arguments.addAll(List.of("--url", gateway.toString())));
    if (count == WITHOUT_END) {
      arguments.add("--until-eof");
    }
    arguments.addAll(List.of("--rate", String.valueOf(rate), "--count", String.valueOf(count)));
    arguments.addAll(List.of("--receipts", receipts.toString()));
    arguments.addAll(List.of("--patience", String.valueOf(PATIENCE.toSeconds())));
    arguments.addAll(more);
    Process process =
        new ProcessBuilder(Cheap.JAVA.line(program, arguments))
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    return new Sending(process, receipts, output, more, count == WITHOUT_END);
  }

  boolean isEndless() {
    return endless;
  }

  /** Sends no more; what was sent is followed to its end. */
  void enough() throws IOException {
    process.getOutputStream().close();
  }

  /** Waits until each message has come to an end, and gives the books. */
  List<Receipt> await() throws IOException, InterruptedException {
    boolean ended = process.waitFor(PATIENCE.multipliedBy(4).toSeconds(), TimeUnit.SECONDS);
    if (!ended || !Files.exists(receipts)) {
      throw new IOException("the load driver did not come to an end: " + said());
    }
    return Receipt.read(receipts, number -> broken.contains(number % turns));
  }

  /** What the load driver printed. */
  String said() throws IOException {
    return Files.readString(output);
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
