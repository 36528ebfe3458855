package de.amtsbote.xoev.container;

import de.amtsbote.xoev.xml.WatchedStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/** Remembers the last bytes that were read, because a ZIP file ends with its table of contents. */
final class Tail extends WatchedStream {

  /** Enough for the table of contents of 10,000 entries. */
  private static final int KEPT = 4 << 20;

  private byte[] ring = new byte[1 << 16];
  private long count;

  Tail(InputStream in) {
    super(in);
  }

  @Override
  protected void saw(byte[] buffer, int offset, int read) {
    for (int done = 0; done < read; ) {
      if (count == ring.length && ring.length < KEPT) {
        // not wrapped yet: the ring may simply grow
        ring = Arrays.copyOf(ring, ring.length * 2);
      }
      int at = (int) (count % ring.length);
      int part = Math.min(read - done, ring.length - at);
      System.arraycopy(buffer, offset + done, ring, at, part);
      count += part;
      done += part;
    }
  }

  /** Reads to the end. */
  void drain() throws IOException {
    transferTo(OutputStream.nullOutputStream());
  }

  /** Bytes that were read. */
  long count() {
    return count;
  }

  /** The last bytes, as many as were kept. */
  ByteBuffer bytes() {
    int size = (int) Math.min(count, ring.length);
    byte[] last = new byte[size];
    int from = (int) ((count - size) % ring.length);
    int first = Math.min(size, ring.length - from);
    System.arraycopy(ring, from, last, 0, first);
    System.arraycopy(ring, 0, last, first, size - first);
    return ByteBuffer.wrap(last).order(ByteOrder.LITTLE_ENDIAN);
  }
}
