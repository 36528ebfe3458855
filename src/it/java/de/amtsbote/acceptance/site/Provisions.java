package de.amtsbote.acceptance.site;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * Keys and standards, made once for all sites by the commands that operators use. The build names a
 * folder that all its JVMs share; without one, this JVM has a temporary one.
 */
public final class Provisions {

  private static final String SHARED = System.getProperty("amtsbote.provisions");

  private static final String KEYS = "keys";
  private static final String DEMO = "demo-standard";
  private static final String ALL = "all-standards";

  private static Path store;

  private Provisions() {}

  /** Lays the sample PKI into a new folder. */
  public static void keys(Path folder) throws IOException, InterruptedException {
    lay(
        KEYS,
        keys ->
            Program.succeed(
                "certificates", "create", keys.toString(), "--tls", "server", "--tls", "client"),
        folder);
  }

  /** Lays the demo standard into a new folder. */
  public static void demoStandard(Path folder) throws IOException, InterruptedException {
    lay(DEMO, Standards::installDemo, folder);
  }

  /** Lays all standards that are there into a new folder. */
  static void standards(Path folder) throws IOException, InterruptedException {
    lay(ALL, Standards::install, folder);
  }

  /** One JVM makes them, while the others wait. */
  private static synchronized void lay(String name, Maker maker, Path folder)
      throws IOException, InterruptedException {
    Path made = store().resolve(name);
    try (FileChannel file = FileChannel.open(store().resolve("lock"), CREATE, WRITE)) {
      file.lock(); // until the file is closed
      if (Files.notExists(made)) {
        // what a maker that failed has left counts for nothing
        Path begun = Files.createTempDirectory(store(), name).resolve(name);
        maker.make(begun);
        Files.move(begun, made);
      }
    }
    copy(made, folder);
  }

  @FunctionalInterface
  private interface Maker {
    void make(Path folder) throws IOException, InterruptedException;
  }

  private static Path store() throws IOException {
    if (store == null && SHARED != null) {
      store = Files.createDirectories(Path.of(SHARED));
    } else if (store == null) {
      store = Files.createTempDirectory("amtsbote-provisions-");
      Runtime.getRuntime().addShutdownHook(new Thread(Provisions::clear));
    }
    return store;
  }

  private static void copy(Path source, Path target) throws IOException {
    try (Stream<Path> files = Files.walk(source)) {
      for (Path file : files.toList()) {
        Files.copy(
            file,
            target.resolve(source.relativize(file).toString()),
            StandardCopyOption.COPY_ATTRIBUTES);
      }
    }
  }

  private static void clear() {
    try (Stream<Path> files = Files.walk(store)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException left) {
      throw new UncheckedIOException(left);
    }
  }
}
