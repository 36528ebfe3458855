package de.amtsbote.osci.http;

import de.amtsbote.osci.io.BulkInput;
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
public final class TimedInputStream extends BulkInput {

  private final InputStream in;
  private final LongSupplier nanos;
  private final long deadline;

  /** The time begins now. */
  public TimedInputStream(InputStream in, Duration limit) {
    this(in, limit, System::nanoTime);
  }

  TimedInputStream(InputStream in, Duration limit, LongSupplier nanos) {
    this.in = in;
    this.nanos = nanos;
    this.deadline = nanos.getAsLong() + limit.toNanos();
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int count = in.read(buffer, offset, length);
    if (nanos.getAsLong() - deadline > 0) {
      throw new InterruptedIOException("the body took too long");
    }
    return count;
  }

  @Override
  public int available() throws IOException {
    return in.available();
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
