package de.amtsbote.acceptance.site;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.stream.Stream;

/** Keys and standards, made once for all sites by the commands that operators use. */
public final class Provisions {

  private static final String KEYS = "certificates";
  private static final String DEMO = "demo-standard";
  private static final String ALL = "all-standards";

  private static Path store;

  private Provisions() {}

  /** Lays the sample PKI into a new folder. */
  public static synchronized void keys(Path folder) throws IOException, InterruptedException {
    Path keys = store().resolve(KEYS);
    if (Files.notExists(keys)) {
      Program.succeed("certificates", "create", keys.toString());
    }
    copy(keys, folder);
  }

  /** Lays the demo standard into a new folder. */
  public static synchronized void demoStandard(Path folder)
      throws IOException, InterruptedException {
    Path demo = store().resolve(DEMO);
    if (Files.notExists(demo)) {
      Standards.installDemo(demo);
    }
    copy(demo, folder);
  }

  /** Lays all standards that are there into a new folder. */
  static synchronized void standards(Path folder) throws IOException, InterruptedException {
    Path all = store().resolve(ALL);
    if (Files.notExists(all)) {
      Standards.install(all);
    }
    copy(all, folder);
  }

  private static Path store() throws IOException {
    if (store == null) {
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
