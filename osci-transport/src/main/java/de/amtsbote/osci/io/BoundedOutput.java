package de.amtsbote.osci.io;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.atomic.AtomicLong;

/** Collects octets in memory up to a limit that several of them may share. */
public final class BoundedOutput extends OutputStream {

  private final ByteArrayOutputStream out = new ByteArrayOutputStream(1024);
  private final AtomicLong left;

  /** Takes what it holds from a common allowance. */
  public BoundedOutput(AtomicLong left) {
    this.left = left;
  }

  /** Holds up to so many octets. */
  public BoundedOutput(long limit) {
    this(new AtomicLong(limit));
  }

  /** What was collected. */
  public byte[] toByteArray() {
    return out.toByteArray();
  }

  @Override
  public void write(int octet) throws IOException {
    take(1);
    out.write(octet);
  }

  @Override
  public void write(byte[] octets, int offset, int count) throws IOException {
    take(count);
    out.write(octets, offset, count);
  }

  private void take(int count) throws LimitExceededException {
    if (left.addAndGet(-count) < 0) {
      throw new LimitExceededException();
    }
  }

  /** More octets came than are allowed. */
  public static final class LimitExceededException extends IOException {
    private static final long serialVersionUID = 1L;

    LimitExceededException() {
      super("More octets than allowed");
    }
  }
}
