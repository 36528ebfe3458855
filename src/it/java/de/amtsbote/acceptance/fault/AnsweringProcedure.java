package de.amtsbote.acceptance.fault;

import de.amtsbote.acceptance.site.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A Fachverfahren that takes what is ready in its folder and says that it has it. It takes the mark
 * away first; when the same message becomes ready once more, it has come twice.
 */
final class AnsweringProcedure implements AutoCloseable {

  private static final String READY = ".ready";
  private static final Duration LOOK_EVERY = Duration.ofMillis(100);

  private final Path folder;
  private final Map<String, Set<String>> arrivals = new HashMap<>();
  private final Map<String, Integer> times = new HashMap<>();
  private final ScheduledExecutorService looks =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "answering-procedure");
            thread.setDaemon(true);
            return thread;
          });
  private IOException trouble;

  private AnsweringProcedure(Path folder) {
    this.folder = folder;
  }

  /** Begins to look into this folder, which need not be there yet. */
  static AnsweringProcedure open(Path folder) {
    AnsweringProcedure procedure = new AnsweringProcedure(folder);
    procedure.looks.scheduleWithFixedDelay(
        procedure::look, 0, LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS);
    return procedure;
  }

  /** By SHA-256 of the payload, the delivery ids under which it arrived; one more for each time. */
  synchronized Map<String, Set<String>> arrivals() {
    if (trouble != null) {
      throw new UncheckedIOException(trouble);
    }
    return Map.copyOf(arrivals);
  }

  private synchronized void look() {
    try {
      for (String id : ready()) {
        take(id);
      }
    } catch (IOException e) {
      trouble = e;
    } catch (UncheckedIOException e) {
      trouble = e.getCause();
    }
  }

  private List<String> ready() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(each -> each.getFileName().toString())
          .filter(name -> name.endsWith(READY))
          .map(name -> name.substring(0, name.length() - READY.length()))
          .toList();
    } catch (NoSuchFileException nothingYet) {
      return List.of();
    }
  }

  /** What is ready is whole, or this fails. */
  private void take(String id) throws IOException {
    Files.delete(folder.resolve(id + READY));
    int time = times.merge(id, 1, Integer::sum);
    byte[] payload = Files.readAllBytes(folder.resolve(id).resolve("payload.xml"));
    arrivals
        .computeIfAbsent(Sha256.of(payload), key -> new HashSet<>())
        .add(time == 1 ? id : id + " for the " + time + ". time");
    Path growing = Files.writeString(folder.resolve(id + ".tmp"), "");
    Files.move(growing, folder.resolve(id + ".accepted"), StandardCopyOption.ATOMIC_MOVE);
  }

  @Override
  public void close() {
    looks.shutdownNow();
  }
}
