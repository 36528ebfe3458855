package de.amtsbote.osci.spool;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * Temporary octets: written once, then read as often as wanted, by range too; gone when closed.
 * Writing is for one thread, reading for any.
 */
public final class SpoolFile implements AutoCloseable {

  private final Spool spool;
  private final SpoolFile base;
  private final long start;
  private final Output output = new Output();
  private final MemoryFile memory;
  private EncryptedFile file;
  private long length;
  private boolean finished;
  private boolean closed;

  SpoolFile(Spool spool) {
    this.spool = spool;
    this.memory = new MemoryFile(spool);
    this.base = null;
    this.start = 0;
  }

  private SpoolFile(SpoolFile base, long start, long length) {
    this.spool = base.spool;
    this.memory = base.memory;
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

  /** Reads all octets; a stream that is read after this file is closed ends with an error. */
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
    return file == null ? memory.open(offset, count) : file.open(offset, count);
  }

  private void requireRange(long offset, long count) {
    if (offset < 0 || count < 0 || offset + count > length) {
      throw new IndexOutOfBoundsException("Range outside of the spool file");
    }
  }

  /** All octets at once; only for what is known to be small. */
  public byte[] readAll() throws IOException {
    byte[] octets = new byte[Math.toIntExact(length)];
    try (InputStream in = open()) {
      in.readNBytes(octets, 0, octets.length);
    }
    return octets;
  }

  @Override
  public void close() {
    if (!closed) {
      closed = true;
      if (base == null) {
        memory.clear();
      }
      if (file != null) {
        file.close();
      }
    }
  }

  private void write(byte[] octets, int offset, int count) throws IOException {
    if (finished) {
      throw new IOException("The spool file is finished");
    }
    if (file == null && !memory.write(octets, offset, count)) {
      file = new EncryptedFile(spool);
      memory.moveTo(file);
    }
    if (file != null) {
      file.write(octets, offset, count);
    }
    length += count;
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
