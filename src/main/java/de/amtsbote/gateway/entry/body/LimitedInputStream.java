package de.amtsbote.gateway.entry.body;

import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.GatewayException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Refuses a body as soon as it is longer than allowed, whatever its header said. */
public final class LimitedInputStream extends FilterInputStream {

  private final long limit;
  private long count;

  /**
   * Reads at most so many bytes.
   *
   * @param in closed with this one
   */
  public LimitedInputStream(InputStream in, long limit) {
    super(in);
    this.limit = limit;
  }

  @Override
  public int read() throws IOException {
    var value = super.read();
    if (value >= 0) {
      count(1);
    }
    return value;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    var read = super.read(target, offset, length);
    if (read > 0) {
      count(read);
    }
    return read;
  }

  @Override
  public long skip(long bytes) throws IOException {
    var skipped = super.skip(bytes);
    count(skipped);
    return skipped;
  }

  @Override
  public boolean markSupported() {
    return false;
  }

  private void count(long bytes) {
    count += bytes;
    if (count > limit) {
      throw tooLarge(limit);
    }
  }

  /** What a longer body is refused with. */
  public static GatewayException tooLarge(long limit) {
    return new GatewayException(ErrorCode.BODY_TOO_LARGE, "the limit is " + limit + " bytes");
  }
}
