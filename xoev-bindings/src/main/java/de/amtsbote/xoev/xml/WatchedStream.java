package de.amtsbote.xoev.xml;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A stream whose bytes somebody else sees, too, while they are read. */
public abstract class WatchedStream extends FilterInputStream {

  /**
   * @param in what is read
   */
  protected WatchedStream(InputStream in) {
    super(in);
  }

  /**
   * Bytes that were read a moment ago.
   *
   * @param count how many; negative at the end of the stream
   * @throws IOException which the reader gets instead of them
   */
  protected abstract void saw(byte[] buffer, int offset, int count) throws IOException;

  @Override
  public final int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public final int read(byte[] buffer, int offset, int length) throws IOException {
    int count = in.read(buffer, offset, length);
    saw(buffer, offset, count);
    return count;
  }

  @Override
  public final boolean markSupported() {
    return false;
  }
}
