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

/** The load driver as a process of its own, which no fault of the gateway touches. */
final class Sending implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(120);

  private final Process process;
  private final Path receipts;
  private final Path output;

  private Sending(Process process, Path receipts, Path output) {
    this.process = process;
    this.receipts = receipts;
    this.output = output;
  }

  /**
   * Begins to send.
   *
   * @param more options of {@code amtsbote load}
   */
  static Sending begin(Path folder, List<URI> gateways, double rate, int count, List<String> more)
      throws IOException {
    Path receipts = folder.resolve("receipts.tsv");
    Path output = folder.resolve("load.out");
    List<String> arguments = new ArrayList<>(List.of("load", "--token", Site.PORTAL_TOKEN));
    gateways.forEach(gateway -> arguments.addAll(List.of("--url", gateway.toString())));
    arguments.addAll(List.of("--rate", String.valueOf(rate), "--count", String.valueOf(count)));
    arguments.addAll(List.of("--receipts", receipts.toString()));
    arguments.addAll(List.of("--patience", String.valueOf(PATIENCE.toSeconds())));
    arguments.addAll(more);
    Process process =
        new ProcessBuilder(Cheap.JAVA.line(folder.resolve("gateway.jar"), arguments))
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    return new Sending(process, receipts, output);
  }

  boolean isOver() {
    return !process.isAlive();
  }

  /** Waits until each message has come to an end, and gives the books. */
  List<Receipt> await() throws IOException, InterruptedException {
    boolean ended = process.waitFor(PATIENCE.multipliedBy(4).toSeconds(), TimeUnit.SECONDS);
    if (!ended || !Files.exists(receipts)) {
      throw new IOException("the load driver did not come to an end: " + said());
    }
    return Receipt.read(receipts);
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
