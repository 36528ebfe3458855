package de.amtsbote.osci.io;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Shows another stream what is read. */
public final class TeeInput extends FilterInputStream {

  private final OutputStream witness;

  /** Reads from one stream and writes what was read to the other. */
  public TeeInput(InputStream in, OutputStream witness) {
    super(in);
    this.witness = witness;
  }

  @Override
  public int read() throws IOException {
    int octet = in.read();
    if (octet >= 0) {
      witness.write(octet);
    }
    return octet;
  }

  @Override
  public int read(byte[] target, int offset, int count) throws IOException {
    int read = in.read(target, offset, count);
    if (read > 0) {
      witness.write(target, offset, read);
    }
    return read;
  }

  @Override
  public long skip(long count) {
    return 0;
  }

  @Override
  public boolean markSupported() {
    return false;
  }
}
