package de.amtsbote.xoev.install;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.locks.ReentrantLock;

/** Held while packages are moved, also against other processes; ends with its process. */
final class DirectoryLock {

  private static final String FILE = ".lock";

  /** The system knows locks of processes only. */
  private static final ReentrantLock OWN = new ReentrantLock();

  /** What is done meanwhile. */
  @FunctionalInterface
  interface Work<T> {
    T run() throws IOException;
  }

  private DirectoryLock() {}

  /** Waits for the lock and holds it while something is done. */
  static <T> T holding(Path directory, Work<T> work) throws IOException {
    OWN.lock();
    try {
      Files.createDirectories(directory);
      try (FileChannel channel =
          FileChannel.open(
              directory.resolve(FILE), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
        // closing the channel releases it
        channel.lock();
        return work.run();
      }
    } finally {
      OWN.unlock();
    }
  }

  /** False for a directory in which nothing was ever moved. */
  static boolean isKnown(Path directory) {
    return Files.isWritable(directory.resolve(FILE));
  }
}
