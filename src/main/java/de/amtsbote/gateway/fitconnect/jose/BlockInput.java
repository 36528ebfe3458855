package de.amtsbote.gateway.fitconnect.jose;

import java.io.IOException;
import java.io.InputStream;

/** A stream that is read in blocks, and octet by octet by means of them. */
public abstract class BlockInput extends InputStream {

  @Override
  public final int read() throws IOException {
    var one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public abstract int read(byte[] target, int offset, int count) throws IOException;
}
