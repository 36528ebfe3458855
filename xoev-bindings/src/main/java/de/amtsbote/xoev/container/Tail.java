package de.amtsbote.xoev.container;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Remembers the last bytes that were read, because a ZIP file ends with its table of contents. */
final class Tail extends FilterInputStream {

  /** Enough for the table of contents of 10,000 entries. */
  private static final int KEPT = 4 << 20;

  private byte[] ring = new byte[1 << 16];
  private long count;

  Tail(InputStream in) {
    super(in);
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int n = in.read(buffer, offset, length);
    for (int done = 0; done < n; ) {
      if (count == ring.length && ring.length < KEPT) {
        // not wrapped yet: the ring may simply grow
        ring = java.util.Arrays.copyOf(ring, ring.length * 2);
      }
      int at = (int) (count % ring.length);
      int part = Math.min(n - done, ring.length - at);
      System.arraycopy(buffer, offset + done, ring, at, part);
      count += part;
      done += part;
    }
    return n;
  }

  @Override
  public boolean markSupported() {
    return false;
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
