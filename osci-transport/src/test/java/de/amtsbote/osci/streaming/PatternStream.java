package de.amtsbote.osci.streaming;

import java.io.InputStream;

/** So many octets, each told by its position, without holding them. */
final class PatternStream extends InputStream {

  private final long length;
  private long position;

  PatternStream(long length) {
    this.length = length;
  }

  private static byte at(long position) {
    return (byte) (position * 31 + (position >>> 13));
  }

  @Override
  public int read() {
    return position < length ? at(position++) & 0xff : -1;
  }

  @Override
  public int read(byte[] target, int offset, int count) {
    if (position >= length) {
      return -1;
    }
    int take = (int) Math.min(count, length - position);
    for (int i = 0; i < take; i++) {
      target[offset + i] = at(position++);
    }
    return take;
  }
}
