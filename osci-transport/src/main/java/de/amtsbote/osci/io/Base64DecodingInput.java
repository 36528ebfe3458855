package de.amtsbote.osci.io;

import java.io.IOException;
import java.io.InputStream;

/** Reads the octets that the Base64 text of another stream stands for. */
public final class Base64DecodingInput extends BulkInput {

  private static final int SIZE = 32 * 1024;

  private final Base64Decoder decoder = new Base64Decoder();
  private final InputStream in;
  private final byte[] text = new byte[SIZE];
  private final byte[] octets = new byte[Base64Decoder.bound(SIZE)];
  private int position;
  private int filled;
  private boolean ended;

  /** Decodes a stream. */
  public Base64DecodingInput(InputStream in) {
    this.in = in;
  }

  @Override
  public int read(byte[] target, int offset, int count) throws IOException {
    if (count == 0) {
      return 0;
    }
    while (position == filled) {
      if (ended) {
        return -1;
      }
      int read = in.read(text);
      if (read < 0) {
        decoder.finish();
        ended = true;
      } else {
        position = 0;
        filled = decoder.decode(text, 0, read, octets);
      }
    }
    int take = Math.min(count, filled - position);
    System.arraycopy(octets, position, target, offset, take);
    position += take;
    return take;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
