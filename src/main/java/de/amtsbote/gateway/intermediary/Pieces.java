package de.amtsbote.gateway.intermediary;

import de.amtsbote.osci.io.BulkInput;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;

/** Octets of any size as rows of the same size, so that none is ever held whole. */
final class Pieces {

  /** Octets of each row but the last. */
  static final int SIZE = 512 * 1024;

  private Pieces() {}

  /** Takes the rows one after the other. */
  interface Sink {
    void take(int number, byte[] octets);
  }

  /** Gives a row; null if it is not there any more. */
  interface Source {
    byte[] read(int number) throws IOException;
  }

  /** Writes all octets; tells how many there were. */
  static long write(InputStream in, Sink sink) throws IOException {
    var length = 0L;
    var piece = in.readNBytes(SIZE);
    for (var i = 0; piece.length > 0; i++) {
      sink.take(i, piece);
      length += piece.length;
      piece = in.readNBytes(SIZE);
    }
    return length;
  }

  /** Reads a range. */
  static InputStream read(Source source, long offset, long count) {
    return new Reading(source, offset, count);
  }

  private static final class Reading extends BulkInput {

    private final Source source;
    private byte[] current = {};
    private int next;
    private int position;
    private long left;

    Reading(Source source, long offset, long count) {
      this.source = source;
      this.next = (int) (offset / SIZE);
      this.position = -(int) (offset % SIZE);
      this.left = count;
    }

    @Override
    public int read(byte[] target, int offset, int count) throws IOException {
      Objects.checkFromIndexSize(offset, count, target.length);
      if (count == 0) {
        return 0;
      }
      if (left == 0) {
        return -1;
      }
      if (position < 0 || position == current.length) {
        load();
      }
      var copied = (int) Math.min(Math.min(count, current.length - position), left);
      System.arraycopy(current, position, target, offset, copied);
      position += copied;
      left -= copied;
      return copied;
    }

    /** A negative position is what the first piece is read from. */
    private void load() throws IOException {
      current = source.read(next++);
      position = position < 0 ? -position : 0;
      if (current == null || position >= current.length) {
        throw new EOFException("it was deleted while it was read");
      }
    }
  }
}
