package de.amtsbote.osci.io;

import java.io.IOException;
import java.io.OutputStream;

/** Writes to two streams that stay open. */
public final class TeeOutput extends OutputStream {

  private final OutputStream first;
  private final OutputStream second;

  /** Writes to the first, then to the second. */
  public TeeOutput(OutputStream first, OutputStream second) {
    this.first = first;
    this.second = second;
  }

  @Override
  public void write(int octet) throws IOException {
    first.write(octet);
    second.write(octet);
  }

  @Override
  public void write(byte[] octets, int offset, int count) throws IOException {
    first.write(octets, offset, count);
    second.write(octets, offset, count);
  }
}
