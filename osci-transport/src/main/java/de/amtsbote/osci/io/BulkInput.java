package de.amtsbote.osci.io;

import java.io.IOException;
import java.io.InputStream;

/** A stream that is made for reading in pieces; single octets are pieces of one. */
public abstract class BulkInput extends InputStream {

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public abstract int read(byte[] target, int offset, int count) throws IOException;
}
