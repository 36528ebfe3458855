package de.amtsbote.xoev.install;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Waits until the disk has what was written, so that after a power failure, too, a package is there
 * as a whole or not at all: its files before it is moved into place, and names in the order in
 * which they were given.
 */
final class Durable {

  private static final Logger LOG = LoggerFactory.getLogger(Durable.class);

  private Durable() {}

  /** All files of a folder, and the folders within. */
  static void tree(Path folder) throws IOException {
    try (var paths = Files.walk(folder)) {
      for (Path path : (Iterable<Path>) paths::iterator) {
        if (Files.isDirectory(path)) {
          names(path);
        } else {
          try (var file = FileChannel.open(path, StandardOpenOption.WRITE)) {
            file.force(true);
          }
        }
      }
    }
  }

  /** Which names there are in a folder. */
  static void names(Path folder) {
    try (var directory = FileChannel.open(folder, StandardOpenOption.READ)) {
      directory.force(true);
    } catch (IOException noSuchThing) {
      // Windows opens no folders, and keeps names by itself
      LOG.debug("{} cannot be synchronized: {}", folder, noSuchThing.getMessage());
    }
  }
}
