package de.amtsbote.osci.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * A body that must be read to its end within a time. It looks at the clock with every read, for
 * hosts that bound a single read but not all of them together: a sender of one octet per second
 * would else hold a thread for ever.
 */
public final class TimedInputStream extends FilterInputStream {

  private final LongSupplier nanos;
  private final long deadline;

  /** The time begins now. */
  public TimedInputStream(InputStream in, Duration limit) {
    this(in, limit, System::nanoTime);
  }

  TimedInputStream(InputStream in, Duration limit, LongSupplier nanos) {
    super(in);
    this.nanos = nanos;
    this.deadline = nanos.getAsLong() + limit.toNanos();
  }

  @Override
  public int read() throws IOException {
    var one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int count = super.read(buffer, offset, length);
    if (nanos.getAsLong() - deadline > 0) {
      throw new InterruptedIOException("the body took too long");
    }
    return count;
  }
}
