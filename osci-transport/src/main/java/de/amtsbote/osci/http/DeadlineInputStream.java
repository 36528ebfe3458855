package de.amtsbote.osci.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.concurrent.ScheduledFuture;

/** A body that must be read to its end within a time; then it is cut off. */
final class DeadlineInputStream extends FilterInputStream {

  private final ScheduledFuture<?> deadline;
  private volatile boolean late;

  DeadlineInputStream(InputStream in, Duration limit) {
    super(in);
    deadline = Watchdog.after(limit, this::cutOff);
  }

  private void cutOff() {
    late = true;
    try {
      in.close();
    } catch (IOException e) {
      // the reader gets its own error
    }
  }

  @Override
  public int read() throws IOException {
    var one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    try {
      int n = super.read(buffer, offset, length);
      refuseIfLate();
      return n;
    } catch (IOException e) {
      refuseIfLate();
      throw e;
    }
  }

  private void refuseIfLate() throws InterruptedIOException {
    if (late) {
      throw new InterruptedIOException("the body took too long");
    }
  }

  @Override
  public void close() throws IOException {
    deadline.cancel(false);
    super.close();
  }
}
