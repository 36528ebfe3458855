package de.amtsbote.osci.spool;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file that only this process can reach: where the system lets it be, it loses its name at once,
 * and nothing is left of a crash. A thread that is interrupted while it reads or writes does not
 * close it, as it would a channel.
 */
final class NamelessFile {

  private final Path path;
  private final RandomAccessFile file;

  NamelessFile(Path path) throws IOException {
    this.path = path;
    try {
      file = new RandomAccessFile(path.toFile(), "rw");
    } catch (IOException e) {
      Files.deleteIfExists(path);
      throw new SpoolException("A spool file cannot be opened", e);
    }
    try {
      Files.deleteIfExists(path);
    } catch (IOException e) {
      path.toFile().deleteOnExit();
    }
  }

  synchronized void write(byte[] octets, int count, long position) throws IOException {
    file.seek(position);
    file.write(octets, 0, count);
  }

  synchronized void read(byte[] target, int count, long position) throws IOException {
    file.seek(position);
    file.readFully(target, 0, count);
  }

  synchronized void close() throws IOException {
    file.close();
    Files.deleteIfExists(path);
  }
}
