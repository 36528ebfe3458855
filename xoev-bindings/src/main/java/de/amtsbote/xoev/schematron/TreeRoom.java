package de.amtsbote.xoev.schematron;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

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

  /**
   * Takes the room for a message; the largest one has to be alone.
   *
   * @param bytes size of the message
   * @return false when there was none in time, or the thread was interrupted
   */
  public boolean take(long bytes, Duration time) {
    try {
      return free.tryAcquire(need(bytes), time.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Gives it back. */
  public void giveBack(long bytes) {
    free.release(need(bytes));
  }

  private int need(long bytes) {
    return (int) Math.min(all, 1 + bytes * GROWTH / MIB);
  }
}
