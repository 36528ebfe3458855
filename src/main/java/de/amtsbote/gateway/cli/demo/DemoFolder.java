package de.amtsbote.gateway.cli.demo;

import de.amtsbote.gateway.cli.CommandFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Where the demo keeps everything it makes; a temporary one is gone when it is closed. */
final class DemoFolder implements AutoCloseable {

  private final Path root;
  private final boolean temporary;

  private DemoFolder(Path root, boolean temporary) {
    this.root = root;
    this.temporary = temporary;
  }

  /**
   * Opens the folder.
   *
   * @param wanted a folder to keep, empty or not there yet; null for a temporary one
   */
  static DemoFolder open(Path wanted) throws IOException {
    return wanted == null ? new DemoFolder(newTemporary(), true) : keep(wanted);
  }

  private static Path newTemporary() throws IOException {
    // others may pass through, not look around: the database server runs as another user under root
    return Files.createTempDirectory(
        "amtsbote-demo-",
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx--x--x")));
  }

  private static DemoFolder keep(Path wanted) throws IOException {
    Files.createDirectories(wanted);
    try (Stream<Path> content = Files.list(wanted)) {
      if (content.findAny().isPresent()) {
        throw new CommandFailure("--data " + wanted + " is not empty; name a new folder");
      }
    }
    return new DemoFolder(wanted.toAbsolutePath().normalize(), false);
  }

  Path root() {
    return root;
  }

  Path resolve(String name) {
    return root.resolve(name);
  }

  boolean temporary() {
    return temporary;
  }

  @Override
  public void close() throws IOException {
    if (!temporary) {
      return;
    }
    List<Path> deepestFirst;
    try (Stream<Path> all = Files.walk(root)) {
      deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path path : deepestFirst) {
      Files.deleteIfExists(path);
    }
  }
}
