package de.amtsbote.osci.io;

import java.io.IOException;
import java.io.OutputStream;

/** Counts what it passes on. */
public final class CountingOutput extends OutputStream {

  private final OutputStream out;
  private long count;

  /** Passes everything on to a stream that stays open. */
  public CountingOutput(OutputStream out) {
    this.out = out;
  }

  /** Octets passed on so far. */
  public long count() {
    return count;
  }

  @Override
  public void write(int octet) throws IOException {
    out.write(octet);
    count++;
  }

  @Override
  public void write(byte[] octets, int offset, int length) throws IOException {
    out.write(octets, offset, length);
    count += length;
  }
}
