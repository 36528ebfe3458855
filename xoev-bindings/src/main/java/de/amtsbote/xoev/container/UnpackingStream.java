package de.amtsbote.xoev.container;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;

/**
 * Unpacks an entry and stops when it grows beyond what it announced or what its packed size can
 * honestly give.
 */
final class UnpackingStream extends FilterInputStream {

  private static final long HARMLESS = 10L << 20;

  private final long most;
  private long count;

  UnpackingStream(InputStream in, ZipEntry entry, ContainerLimits limits) {
    super(in);
    long honest = HARMLESS + Math.max(1, entry.getCompressedSize()) * limits.maxRatio();
    long announced = entry.getSize() < 0 ? limits.maxBytes() : entry.getSize();
    this.most = Math.min(Math.min(honest, announced), limits.maxBytes());
  }

  @Override
  public int read() throws IOException {
    int b = in.read();
    if (b >= 0) {
      counted(1);
    }
    return b;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int n = in.read(buffer, offset, length);
    if (n > 0) {
      counted(n);
    }
    return n;
  }

  private void counted(int bytes) throws ZipException {
    count += bytes;
    if (count > most) {
      throw new ZipException("entry is larger than " + most + " bytes");
    }
  }
}
