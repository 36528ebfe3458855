package de.amtsbote.xoev.xml;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * A stream that fails after a number of bytes instead of going on; also when its reader takes many
 * bytes without ever saying that it got anywhere, as a parser does that collects an endless
 * attribute or comment.
 */
public final class BoundedStream extends FilterInputStream {

  /** Thrown when more bytes come than allowed. */
  public static final class TooLong extends IOException {
    private static final long serialVersionUID = 1L;

    private final String expected;

    TooLong(String what, long limit) {
      super("more than " + limit + " bytes");
      this.expected = what + " <= " + limit;
    }

    /** The limit in words, such as {@code bytes of the message <= 1000}. */
    public String expected() {
      return expected;
    }
  }

  private final String what;
  private final long limit;
  private final long silentLimit;
  private long count;
  private long heardAt;

  /**
   * @param limit bytes that may be read
   */
  public BoundedStream(InputStream in, long limit) {
    this(in, "bytes of the message", limit, limit);
  }

  /**
   * @param what what the limit is about, in words
   * @param limit bytes that may be read
   */
  BoundedStream(InputStream in, String what, long limit) {
    this(in, what, limit, limit);
  }

  /**
   * @param limit bytes that may be read
   * @param silentLimit bytes that may be read between two calls of {@link #heard()}
   */
  public BoundedStream(InputStream in, long limit, long silentLimit) {
    this(in, "bytes of the message", limit, silentLimit);
  }

  private BoundedStream(InputStream in, String what, long limit, long silentLimit) {
    super(in);
    this.what = what;
    this.limit = limit;
    this.silentLimit = silentLimit;
  }

  /** Tells that the reader got somewhere with what it read so far. */
  public void heard() {
    heardAt = count;
  }

  /** Bytes read so far. */
  public long count() {
    return count;
  }

  @Override
  public int read() throws IOException {
    int b = in.read();
    if (b >= 0) {
      counted(1);
    }
    return b;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int n = in.read(buffer, offset, length);
    if (n > 0) {
      counted(n);
    }
    return n;
  }

  private void counted(int bytes) throws TooLong {
    count += bytes;
    if (count > limit) {
      throw new TooLong(what, limit);
    }
    if (count - heardAt > silentLimit) {
      throw new TooLong("bytes of one tag, comment or CDATA section", silentLimit);
    }
  }
}
