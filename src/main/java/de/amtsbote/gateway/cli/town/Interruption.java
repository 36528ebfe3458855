package de.amtsbote.gateway.cli.town;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Lets Ctrl-C end a program in order: the process waits until everything is stopped and erased. */
public final class Interruption implements AutoCloseable {

  private static final Duration TIME_TO_CLEAN_UP = Duration.ofSeconds(30);

  private final CountDownLatch wished = new CountDownLatch(1);
  private final CountDownLatch cleanedUp = new CountDownLatch(1);
  private final Thread hook = new Thread(this::onShutdown, "interruption");

  private Interruption() {}

  /** Begins to wait for Ctrl-C. */
  public static Interruption listen() {
    Interruption interruption = new Interruption();
    Runtime.getRuntime().addShutdownHook(interruption.hook);
    return interruption;
  }

  /** Waits; true as soon as the end is wished for. */
  public boolean within(Duration time) throws InterruptedException {
    return wished.await(time.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Waits until the end is wished for. */
  public void await() throws InterruptedException {
    wished.await();
  }

  @Override
  public void close() {
    cleanedUp.countDown();
    if (wished.getCount() > 0) {
      Runtime.getRuntime().removeShutdownHook(hook);
    }
  }

  private void onShutdown() {
    wished.countDown();
    try {
      cleanedUp.await(TIME_TO_CLEAN_UP.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException impatience) {
      Thread.currentThread().interrupt();
    }
  }
}
