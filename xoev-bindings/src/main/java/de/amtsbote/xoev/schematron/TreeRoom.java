package de.amtsbote.xoev.schematron;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Room for messages as trees, which rules need: all of them together take a quarter of the heap at
 * most, and who finds none waits.
 */
public final class TreeRoom {

  private static final int MIB = 1 << 20;

  /** A tree is larger than the bytes it was made of. */
  private static final int GROWTH = 8;

  private static final TreeRoom OF_THE_HEAP = new TreeRoom(Runtime.getRuntime().maxMemory() / 4);

  private final int all;
  private final Semaphore free;

  /**
   * @param bytes room for all trees together
   */
  TreeRoom(long bytes) {
    all = (int) Math.max(1, Math.min(Integer.MAX_VALUE, bytes / MIB));
    free = new Semaphore(all, true);
  }

  /** The room that this process has. */
  public static TreeRoom ofTheHeap() {
    return OF_THE_HEAP;
  }

  /** The room of one tree; it is given back when nobody holds the tree any more. */
  public static final class Share {

    private final Semaphore free;
    private final int size;
    private final AtomicInteger holders = new AtomicInteger(1);

    private Share(Semaphore free, int size) {
      this.free = free;
      this.size = size;
    }

    /** One more holds the tree; whoever calls this must hold it too. */
    void hold() {
      holders.incrementAndGet();
    }

    /** One of those who hold the tree needs it no more. */
    public void release() {
      if (holders.decrementAndGet() == 0) {
        free.release(size);
      }
    }
  }

  /**
   * Takes the room for a message; the largest one has to be alone.
   *
   * @param bytes size of the message
   * @return held once; empty when there was none in time, or the thread was interrupted
   */
  public Optional<Share> take(long bytes, Duration time) {
    int size = (int) Math.min(all, 1 + bytes * GROWTH / MIB);
    try {
      return free.tryAcquire(size, time.toNanos(), TimeUnit.NANOSECONDS)
          ? Optional.of(new Share(free, size))
          : Optional.empty();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }
}
