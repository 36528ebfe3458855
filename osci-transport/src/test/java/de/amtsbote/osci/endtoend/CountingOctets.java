package de.amtsbote.osci.endtoend;

import java.io.InputStream;

/** Octets that need no memory: each depends on its position only. */
final class CountingOctets extends InputStream {

  private final long size;
  private long position;

  CountingOctets(long size) {
    this.size = size;
  }

  @Override
  public int read() {
    return position == size ? -1 : octet(position++) & 0xff;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) {
    if (position == size) {
      return -1;
    }
    int count = (int) Math.min(length, size - position);
    for (int i = 0; i < count; i++) {
      buffer[offset + i] = octet(position++);
    }
    return count;
  }

  private static byte octet(long position) {
    return (byte) (position * 31 + (position >> 8) * 7 + (position >> 20));
  }
}
