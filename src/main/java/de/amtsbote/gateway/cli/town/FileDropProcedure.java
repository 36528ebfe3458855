package de.amtsbote.gateway.cli.town;

import de.amtsbote.gateway.cli.sample.Fingerprint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A Fachverfahren that looks into a folder for deliveries, which appear there whole. */
public final class FileDropProcedure implements Procedure {

  private static final String NOTE = "delivery.json";
  private static final long LOOK_EVERY_MILLIS = 100;

  private final String name;
  private final Path folder;
  private final Arrivals arrivals;
  private final Set<String> seen = new HashSet<>();
  private final ScheduledExecutorService clerk = Executors.newSingleThreadScheduledExecutor();

  private FileDropProcedure(String name, Path folder, Arrivals arrivals) {
    this.name = name;
    this.folder = folder;
    this.arrivals = arrivals;
  }

  /** Begins to look into the folder. */
  public static FileDropProcedure open(String name, Path folder, Arrivals arrivals)
      throws IOException {
    Files.createDirectories(folder);
    FileDropProcedure procedure = new FileDropProcedure(name, folder, arrivals);
    procedure.clerk.scheduleWithFixedDelay(
        procedure::look, LOOK_EVERY_MILLIS, LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS);
    return procedure;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public String place() {
    return "folder " + folder;
  }

  @Override
  public void close() {
    clerk.shutdownNow();
  }

  private void look() {
    try (Stream<Path> files = Files.list(folder)) {
      files
          .filter(delivery -> Files.isRegularFile(delivery.resolve(NOTE)))
          .filter(delivery -> seen.add(delivery.getFileName().toString()))
          .forEach(this::take);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private void take(Path delivery) {
    try (Stream<Path> parts = Files.walk(delivery)) {
      List<String> fingerprints =
          parts.filter(Files::isRegularFile).map(FileDropProcedure::fingerprint).toList();
      arrivals.add(name, delivery.getFileName().toString(), fingerprints);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static String fingerprint(Path file) {
    try {
      return Fingerprint.of(file);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
