package de.amtsbote.osci.spool;

import java.io.IOException;
import java.util.Optional;

/**
 * A file for many spool files that fit into one chunk each, so that a message of a thousand parts
 * needs no thousand handles; it goes with the last of them.
 */
final class SharedFile {

  private static final int MOST = 1_000;

  private final NamelessFile file;
  private long end;
  private int taken;
  private int open;
  private boolean closed;

  SharedFile(NamelessFile file) {
    this.file = file;
  }

  /** Writes the octets of one spool file; empty if this file takes no more. */
  synchronized Optional<Storage> add(byte[] octets, int count) throws IOException {
    if (closed || taken == MOST) {
      return Optional.empty();
    }
    try {
      file.write(octets, count, end);
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
    }
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
    public void write(byte[] octets, int count) {
      throw new UnsupportedOperationException("It was written as a whole");
    }

    @Override
    public int read(byte[] target, int chunk) throws IOException {
      file.read(target, size, start);
      return size;
    }

    @Override
    public void close() throws IOException {
      leave();
    }
  }
}
