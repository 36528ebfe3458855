package de.amtsbote.gateway.cli.town;

import de.amtsbote.gateway.cli.CommandFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/**
 * Where demo and simulator keep everything they make; a temporary one is gone when it is closed.
 */
public final class TownFolder implements AutoCloseable {

  private static final int MOST_ATTEMPTS = 50;
  private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(200);

  private final Path root;
  private final boolean temporary;

  private TownFolder(Path root, boolean temporary) {
    this.root = root;
    this.temporary = temporary;
  }

  /**
   * Opens the folder.
   *
   * @param program whose folder it is, for the name of a temporary one
   * @param wanted a folder to keep, empty or not there yet; null for a temporary one
   */
  public static TownFolder open(String program, Path wanted) throws IOException {
    return wanted == null ? new TownFolder(newTemporary(program), true) : keep(wanted);
  }

  private static Path newTemporary(String program) throws IOException {
    // others may pass through, not look around: the database server runs as another user under root
    return Files.createTempDirectory(
        "amtsbote-" + program + "-",
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx--x--x")));
  }

  private static TownFolder keep(Path wanted) throws IOException {
    Files.createDirectories(wanted);
    try (Stream<Path> content = Files.list(wanted)) {
      if (content.findAny().isPresent()) {
        throw new CommandFailure("--data " + wanted + " is not empty; name a new folder");
      }
    }
    return new TownFolder(wanted.toAbsolutePath().normalize(), false);
  }

  /** The folder itself. */
  public Path root() {
    return root;
  }

  /** A place in it. */
  public Path resolve(String name) {
    return root.resolve(name);
  }

  /** Whether it is gone when this is closed. */
  public boolean temporary() {
    return temporary;
  }

  @Override
  public void close() throws IOException {
    if (!temporary) {
      return;
    }
    for (int attempt = 1; ; attempt++) {
      try {
        erase();
        return;
      } catch (IOException | UncheckedIOException busy) {
        if (attempt == MOST_ATTEMPTS) {
          throw new IOException("the folder " + root + " cannot be erased", busy);
        }
        LockSupport.parkNanos(PAUSE);
      }
    }
  }

  /** Fails when somebody still writes into it. */
  private void erase() throws IOException {
    List<Path> deepestFirst;
    try (Stream<Path> all = Files.walk(root)) {
      deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path path : deepestFirst) {
      Files.deleteIfExists(path);
    }
  }
}
