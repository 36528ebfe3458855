package de.amtsbote.osci.io;

import java.util.ArrayDeque;
import java.util.Deque;

/** What has to be closed together, the newest first. */
public final class Resources implements AutoCloseable {

  /** Something whose closing cannot fail in a way anybody could act on. */
  @FunctionalInterface
  public interface Closing {

    /** Closes it. */
    void close();
  }

  private final Deque<Closing> open = new ArrayDeque<>();

  /** Takes something over. */
  public synchronized void own(Closing closing) {
    open.push(closing);
  }

  /** Takes over all that another one has. */
  public void ownAll(Resources other) {
    while (true) {
      Closing closing = other.takeOldest();
      if (closing == null) {
        return;
      }
      own(closing);
    }
  }

  private synchronized Closing takeOldest() {
    return open.pollLast();
  }

  /** Closes all; one that fails does not keep the others open. */
  @Override
  public synchronized void close() {
    RuntimeException failure = null;
    while (!open.isEmpty()) {
      try {
        open.pop().close();
      } catch (RuntimeException e) {
        failure = failure == null ? e : failure;
      }
    }
    if (failure != null) {
      throw failure;
    }
  }
}
