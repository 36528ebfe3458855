package de.amtsbote.gateway.entry.body;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Counts octets as they are read, so that whoever counts can refuse to go on. */
public abstract class CountedInputStream extends FilterInputStream {

  protected CountedInputStream(InputStream in) {
    super(in);
  }

  /** Is told of octets that were read or skipped; refuses by throwing. */
  protected abstract void count(long octets) throws IOException;

  @Override
  public int read() throws IOException {
    var octet = super.read();
    count(octet < 0 ? 0 : 1);
    return octet;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    var read = super.read(target, offset, length);
    count(Math.max(read, 0));
    return read;
  }

  @Override
  public long skip(long octets) throws IOException {
    var skipped = super.skip(octets);
    count(skipped);
    return skipped;
  }

  @Override
  public boolean markSupported() {
    return false;
  }
}
