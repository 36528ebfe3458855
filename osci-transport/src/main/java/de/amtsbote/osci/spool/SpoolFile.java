package de.amtsbote.osci.spool;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;

/**
 * Temporary octets: written once, then read as often as wanted, by range too; gone when closed.
 * Writing is for one thread, reading for any.
 */
public final class SpoolFile implements AutoCloseable {

  private static final int FIRST_SIZE = 8192;

  private final Spool spool;
  private final SpoolFile base;
  private final long start;
  private final Output output = new Output();
  private byte[] memory = new byte[0];
  private int used;
  private EncryptedFile file;
  private long length;
  private boolean finished;
  private boolean closed;

  SpoolFile(Spool spool) {
    this.spool = spool;
    this.base = null;
    this.start = 0;
  }

  private SpoolFile(SpoolFile base, long start, long length) {
    this.spool = base.spool;
    this.base = base;
    this.start = start;
    this.length = length;
    this.finished = true;
  }

  /** A range of these octets as a spool file of its own, readable as long as this one is open. */
  public SpoolFile slice(long offset, long count) {
    requireRange(offset, count);
    return new SpoolFile(this, offset, count);
  }

  /** The stream to write to; closing it finishes the file. */
  public OutputStream output() {
    return output;
  }

  /** Ends writing; idempotent. */
  public void finish() throws IOException {
    if (!finished) {
      finished = true;
      if (file != null) {
        file.finish();
      }
    }
  }

  /** Number of octets written. */
  public long length() {
    return length;
  }

  /** Whether everything is held in memory. */
  boolean inMemory() {
    return file == null;
  }

  /** Reads all octets. */
  public InputStream open() throws IOException {
    return open(0, length);
  }

  /** Reads a range of octets. */
  public InputStream open(long offset, long count) throws IOException {
    if (closed || !finished) {
      throw new IOException(
          closed ? "The spool file is closed" : "The spool file is being written");
    }
    requireRange(offset, count);
    if (base != null) {
      return base.open(start + offset, count);
    }
    return file == null
        ? new ByteArrayInputStream(memory, (int) offset, (int) count)
        : file.open(offset, count);
  }

  private void requireRange(long offset, long count) {
    if (offset < 0 || count < 0 || offset + count > length) {
      throw new IndexOutOfBoundsException("Range outside of the spool file");
    }
  }

  /** All octets at once; only for what is known to be small. */
  public byte[] readAll() throws IOException {
    try (InputStream in = open()) {
      return in.readAllBytes();
    }
  }

  @Override
  public void close() {
    if (!closed) {
      closed = true;
      spool.release(memory.length);
      Arrays.fill(memory, 0, used, (byte) 0);
      memory = new byte[0];
      if (file != null) {
        file.close();
      }
    }
  }

  private void write(byte[] octets, int offset, int count) throws IOException {
    if (finished) {
      throw new IOException("The spool file is finished");
    }
    if (file == null && !hold(count)) {
      spill();
    }
    if (file == null) {
      System.arraycopy(octets, offset, memory, used, count);
      used += count;
    } else {
      file.write(octets, offset, count);
    }
    length += count;
  }

  private boolean hold(int count) {
    if ((long) used + count > spool.threshold()) {
      return false;
    }
    if (used + count > memory.length) {
      int size =
          Math.max(used + count, Math.min(spool.threshold(), Math.max(FIRST_SIZE, 2 * used)));
      if (!spool.reserve(size - memory.length)) {
        return false;
      }
      memory = Arrays.copyOf(memory, size);
    }
    return true;
  }

  private void spill() throws IOException {
    file = new EncryptedFile(spool.newFile());
    file.write(memory, 0, used);
    spool.release(memory.length);
    Arrays.fill(memory, 0, used, (byte) 0);
    memory = new byte[0];
    used = 0;
  }

  private final class Output extends OutputStream {
    @Override
    public void write(int octet) throws IOException {
      SpoolFile.this.write(new byte[] {(byte) octet}, 0, 1);
    }

    @Override
    public void write(byte[] octets, int offset, int count) throws IOException {
      SpoolFile.this.write(octets, offset, count);
    }

    @Override
    public void close() throws IOException {
      finish();
    }
  }
}
