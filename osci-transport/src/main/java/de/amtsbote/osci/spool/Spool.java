package de.amtsbote.osci.spool;

import de.amtsbote.osci.io.Streams;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Makes temporary storage: up to a threshold in memory, as long as the common budget lasts, beyond
 * it in files of the directory, each encrypted under a key of its own that is never written.
 */
public final class Spool {

  private static final long HEAP_SHARE = 8;
  private static final long TIMES_WHAT_IS_LEFT = 2;

  private final Path directory;
  private final long threshold;
  private final AtomicLong budget;
  private final AtomicReference<SharedFile> small;
  private final AtomicReference<SlotFile> large;
  private final boolean ofOneMessage;
  private final AtomicLong held = new AtomicLong();

  /**
   * A spool with its own limits.
   *
   * @param directory existing, for the files
   * @param threshold octets that one spool file may hold in memory
   * @param budget octets that all spool files together may hold in memory
   */
  public Spool(Path directory, long threshold, long budget) {
    this(
        Objects.requireNonNull(directory),
        threshold,
        new AtomicLong(budget),
        new AtomicReference<>(),
        null,
        false);
  }

  /**
   * A spool that shares what others have.
   *
   * @param large where larger files lie together; null if each has a file of its own
   */
  private Spool(
      Path directory,
      long threshold,
      AtomicLong budget,
      AtomicReference<SharedFile> small,
      AtomicReference<SlotFile> large,
      boolean ofOneMessage) {
    this.directory = directory;
    this.threshold = threshold;
    this.budget = budget;
    this.small = small;
    this.large = large;
    this.ofOneMessage = ofOneMessage;
  }

  /**
   * A spool in a directory that holds up to an eighth of the heap in memory, in one file up to half
   * of that.
   */
  public static Spool in(Path directory) {
    long budget = Runtime.getRuntime().maxMemory() / HEAP_SHARE;
    return new Spool(directory, budget / 2, budget);
  }

  /**
   * The same spool for one message that somebody sent: all its files together hold at most twice as
   * much in memory as they leave for everybody else, and need one file handle beyond, so no sender
   * can take all there is.
   */
  public Spool forOneMessage() {
    return new Spool(directory, threshold, budget, small, new AtomicReference<>(), true);
  }

  /**
   * The same spool for files that are closed at about the same time: however many they are, they
   * need one file handle. What they take on disk is given back with the last of them.
   */
  public Spool together() {
    return new Spool(directory, threshold, budget, small, new AtomicReference<>(), false);
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

  /** Octets that may still be held in memory. */
  long free() {
    return budget.get();
  }

  boolean reserve(int octets) {
    long mine = held.addAndGet(octets);
    long left = budget.addAndGet(-octets);
    if (left >= 0 && (!ofOneMessage || mine / TIMES_WHAT_IS_LEFT <= left)) {
      return true;
    }
    release(octets);
    return false;
  }

  void release(long octets) {
    held.addAndGet(-octets);
    budget.addAndGet(octets);
  }

  /** Room for what fits into one chunk, in a file with others. */
  Storage small(byte[] octets, int count) throws IOException {
    synchronized (small) {
      SharedFile file = small.get();
      Optional<Storage> room = file == null ? Optional.empty() : file.add(octets, count);
      if (room.isEmpty()) {
        file = new SharedFile(newFile());
        small.set(file);
        room = file.add(octets, count);
      }
      return room.orElseThrow();
    }
  }

  /** Room for what is larger. */
  Storage large() throws IOException {
    if (large == null) {
      return slots().enter().orElseThrow();
    }
    synchronized (large) {
      SlotFile file = large.get();
      Optional<Storage> room = file == null ? Optional.empty() : file.enter();
      if (room.isEmpty()) {
        file = slots();
        large.set(file);
        room = file.enter();
      }
      return room.orElseThrow();
    }
  }

  private SlotFile slots() throws IOException {
    return new SlotFile(newFile(), EncryptedFile.SEALED);
  }

  private NamelessFile newFile() throws IOException {
    try {
      return new NamelessFile(Files.createTempFile(directory, "osci", ".spool"));
    } catch (SpoolException e) {
      throw e;
    } catch (IOException e) {
      throw new SpoolException("No spool file can be made in " + directory, e);
    }
  }
}
