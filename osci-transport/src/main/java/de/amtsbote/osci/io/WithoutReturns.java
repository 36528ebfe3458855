package de.amtsbote.osci.io;

import java.io.IOException;
import java.io.InputStream;

/**
 * Leaves out the carriage returns that Canonical XML writes as {@code &#xD;}: Base64 from systems
 * with such line ends has them, and they stand for white space.
 */
public final class WithoutReturns extends BulkInput {

  private static final byte[] RETURN = {'&', '#', 'x', 'D', ';'};

  private final InputStream in;
  private int matched;

  /** Reads through a stream. */
  public WithoutReturns(InputStream in) {
    this.in = in;
  }

  @Override
  public int read(byte[] target, int offset, int count) throws IOException {
    if (count == 0) {
      return 0;
    }
    int kept = 0;
    while (kept == 0) {
      int read = in.read(target, offset, count);
      if (read < 0) {
        return unfinished();
      }
      for (int i = offset; i < offset + read; i++) {
        if (!isReturn(target[i])) {
          target[offset + kept++] = target[i];
        }
      }
    }
    return kept;
  }

  private boolean isReturn(byte octet) throws IOException {
    if (octet == RETURN[matched]) {
      matched = (matched + 1) % RETURN.length;
      return true;
    }
    unfinished();
    return false;
  }

  private int unfinished() throws IOException {
    if (matched > 0) {
      throw new IOException("Not Base64");
    }
    return -1;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
