package de.amtsbote.osci.http;

import de.amtsbote.osci.io.BulkInput;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.concurrent.ScheduledFuture;

/** A body that must be read to its end within a time; then it is cut off. */
final class DeadlineInputStream extends BulkInput {

  private final InputStream in;
  private final ScheduledFuture<?> deadline;
  private volatile boolean late;

  DeadlineInputStream(InputStream in, Duration limit) {
    this.in = in;
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
  public int read(byte[] buffer, int offset, int length) throws IOException {
    try {
      int n = in.read(buffer, offset, length);
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
    in.close();
  }
}
