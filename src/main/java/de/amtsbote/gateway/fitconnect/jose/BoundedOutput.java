package de.amtsbote.gateway.fitconnect.jose;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Refuses to write more than allowed. */
final class BoundedOutput extends FilterOutputStream {

  private final long limit;
  private long count;

  BoundedOutput(OutputStream out, long limit) {
    super(out);
    this.limit = limit;
  }

  @Override
  public void write(int octet) throws IOException {
    write(new byte[] {(byte) octet}, 0, 1);
  }

  @Override
  public void write(byte[] octets, int offset, int length) throws IOException {
    count += length;
    if (count > limit) {
      throw new OversizeException(limit);
    }
    out.write(octets, offset, length);
  }
}
