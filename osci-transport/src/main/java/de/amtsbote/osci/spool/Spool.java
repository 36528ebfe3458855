package de.amtsbote.osci.spool;

import de.amtsbote.osci.io.Streams;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Makes temporary storage: up to a threshold in memory, as long as the common budget lasts, beyond
 * it in files of the directory, each encrypted under a key of its own that is never written.
 */
public final class Spool {

  private static final long LEAST_THRESHOLD = 4 << 20;
  private static final long HEAP_SHARE = 8;

  private final Path directory;
  private final long threshold;
  private final AtomicLong budget;

  /**
   * A spool with its own limits.
   *
   * @param directory existing, for the files
   * @param threshold octets that one spool file may hold in memory
   * @param budget octets that all spool files together may hold in memory
   */
  public Spool(Path directory, long threshold, long budget) {
    this.directory = Objects.requireNonNull(directory);
    this.threshold = threshold;
    this.budget = new AtomicLong(budget);
  }

  /**
   * A spool in a directory that holds up to an eighth of the heap in memory, in one file up to half
   * of that but 4 MiB in any case.
   */
  public static Spool in(Path directory) {
    long budget = Runtime.getRuntime().maxMemory() / HEAP_SHARE;
    return new Spool(directory, Math.max(LEAST_THRESHOLD, budget / 2), budget);
  }

  /** A spool in the directory for temporary files of the runtime. */
  public static Spool temporary() {
    return in(Path.of(System.getProperty("java.io.tmpdir")));
  }

  /** An empty spool file; the caller closes it. */
  public SpoolFile create() {
    return new SpoolFile(this);
  }

  /** A spool file with all octets of a stream; the caller closes both. */
  public SpoolFile copyOf(InputStream in) throws IOException {
    SpoolFile file = create();
    try {
      Streams.copy(in, file.output());
      file.finish();
      return file;
    } catch (IOException | RuntimeException e) {
      file.close();
      throw e;
    }
  }

  /** A spool file with these octets; the caller closes it. */
  public SpoolFile copyOf(byte[] octets) throws IOException {
    SpoolFile file = create();
    try {
      file.output().write(octets);
      file.finish();
      return file;
    } catch (IOException | RuntimeException e) {
      file.close();
      throw e;
    }
  }

  long threshold() {
    return threshold;
  }

  boolean reserve(int octets) {
    if (budget.addAndGet(-octets) >= 0) {
      return true;
    }
    budget.addAndGet(octets);
    return false;
  }

  void release(long octets) {
    budget.addAndGet(octets);
  }

  Path newFile() throws IOException {
    try {
      return Files.createTempFile(directory, "osci", ".spool");
    } catch (IOException e) {
      throw new SpoolException("No spool file can be made in " + directory, e);
    }
  }
}
