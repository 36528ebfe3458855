package de.amtsbote.osci.spool;

import de.amtsbote.osci.io.BulkInput;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Octets in memory, in pieces of one size, so that growing copies nothing but the first. */
final class MemoryFile {

  private static final int FIRST = 8 * 1024;
  private static final int PIECE = 64 * 1024;

  private final Spool spool;
  private final List<byte[]> pieces = new ArrayList<>();
  private long used;
  private long reserved;
  private volatile boolean gone;

  MemoryFile(Spool spool) {
    this.spool = spool;
  }

  /** Adds octets; false, and nothing is added, if there is no room for them. */
  boolean write(byte[] octets, int offset, int count) {
    if (!grow(used + count)) {
      return false;
    }
    int from = offset;
    int left = count;
    while (left > 0) {
      byte[] piece = pieces.get((int) (used / PIECE));
      int at = (int) (used % PIECE);
      int take = Math.min(left, piece.length - at);
      System.arraycopy(octets, from, piece, at, take);
      used += take;
      from += take;
      left -= take;
    }
    return true;
  }

  private boolean grow(long size) {
    if (size > spool.threshold()) {
      return false;
    }
    while (reserved < size) {
      int first = pieces.size() == 1 ? pieces.get(0).length : 0;
      boolean small = pieces.isEmpty() || (first > 0 && first < PIECE);
      int next = small ? (int) Math.min(PIECE, Math.max(size, Math.max(FIRST, 2 * first))) : PIECE;
      int more = small ? next - first : next;
      if (!spool.reserve(more)) {
        return false;
      }
      reserved += more;
      if (small && first > 0) {
        pieces.set(0, Arrays.copyOf(pieces.get(0), next));
      } else {
        pieces.add(new byte[next]);
      }
    }
    return true;
  }

  /** Moves everything to a file. */
  void moveTo(EncryptedFile file) throws IOException {
    for (int i = 0; i < pieces.size(); i++) {
      int count = (int) Math.min(pieces.get(i).length, used - (long) i * PIECE);
      file.write(pieces.get(i), 0, Math.max(0, count));
    }
    clear();
  }

  /** Forgets everything; what is still being read ends with an error. */
  void clear() {
    gone = true;
    for (byte[] piece : pieces) {
      Arrays.fill(piece, (byte) 0);
    }
    pieces.clear();
    spool.release(reserved);
    reserved = 0;
    used = 0;
  }

  InputStream open(long offset, long count) {
    return new Reader(offset, offset + count);
  }

  private final class Reader extends BulkInput {

    private final List<byte[]> read = List.copyOf(pieces);
    private long position;
    private final long end;

    Reader(long position, long end) {
      this.position = position;
      this.end = end;
    }

    @Override
    public int read(byte[] target, int offset, int count) throws IOException {
      int done = 0;
      while (done < count && position < end) {
        byte[] piece = read.get((int) (position / PIECE));
        int at = (int) (position % PIECE);
        int take = (int) Math.min(Math.min(count - done, PIECE - at), end - position);
        System.arraycopy(piece, at, target, offset + done, take);
        position += take;
        done += take;
      }
      if (gone) {
        throw new SpoolException("The spool file is closed", null);
      }
      return done == 0 && count > 0 ? -1 : done;
    }

    @Override
    public int available() {
      return (int) Math.min(Integer.MAX_VALUE, end - position);
    }
  }
}
