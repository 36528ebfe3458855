package de.amtsbote.osci.spool;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A file for many small spool files, so that a message of a thousand parts needs no thousand
 * handles; it goes with the last of them. A thread that is interrupted while it reads or writes
 * does not close it, as it would a channel.
 */
final class SharedFile {

  private static final int MOST = 1_000;

  private final Path path;
  private final RandomAccessFile file;
  private long end;
  private int taken;
  private int open;
  private boolean closed;

  SharedFile(Path path) throws IOException {
    this.path = path;
    try {
      file = new RandomAccessFile(path.toFile(), "rw");
    } catch (IOException e) {
      Files.deleteIfExists(path);
      throw new SpoolException("A spool file cannot be opened", e);
    }
    unlink();
  }

  /** Where the system lets it be, the file has no name any more, and nothing is left of a crash. */
  private void unlink() {
    try {
      Files.deleteIfExists(path);
    } catch (IOException e) {
      path.toFile().deleteOnExit();
    }
  }

  /** Writes the octets of one spool file; empty if this file takes no more. */
  synchronized Optional<Storage> add(byte[] octets, int count) throws IOException {
    if (closed || taken == MOST) {
      return Optional.empty();
    }
    try {
      file.seek(end);
      file.write(octets, 0, count);
    } catch (IOException e) {
      closeIfUnused();
      throw e;
    }
    Storage room = new Room(end, count);
    end += count;
    taken++;
    open++;
    return Optional.of(room);
  }

  private void closeIfUnused() throws IOException {
    if (open == 0 && !closed) {
      closed = true;
      file.close();
      Files.deleteIfExists(path);
    }
  }

  private synchronized int read(byte[] target, int count, long position) throws IOException {
    file.seek(position);
    file.readFully(target, 0, count);
    return count;
  }

  private synchronized void leave() throws IOException {
    open--;
    closeIfUnused();
  }

  private final class Room implements Storage {

    private final long start;
    private final int size;

    Room(long start, int size) {
      this.start = start;
      this.size = size;
    }

    @Override
    public void write(byte[] octets, int count, long position) {
      throw new UnsupportedOperationException("It was written as a whole");
    }

    @Override
    public int read(byte[] target, long position) throws IOException {
      int count = (int) Math.min(target.length, size - position);
      return SharedFile.this.read(target, count, start + position);
    }

    @Override
    public void close() throws IOException {
      leave();
    }
  }
}
