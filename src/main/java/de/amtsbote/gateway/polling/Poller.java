package de.amtsbote.gateway.polling;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks again and again whether something changed; one failed look does not end the looking. */
public final class Poller implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Poller.class);

  private final ScheduledExecutorService executor;

  /** Starts to look, for the first time after one interval. */
  public Poller(String name, Duration every, Runnable look) {
    executor =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              var thread = new Thread(task, name);
              thread.setDaemon(true);
              return thread;
            });
    executor.scheduleWithFixedDelay(
        () -> lookSafely(name, look), every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
  }

  private static void lookSafely(String name, Runnable look) {
    try {
      look.run();
    } catch (RuntimeException e) {
      LOG.error("{} failed; what was loaded before stays in use", name, e);
    }
  }

  @Override
  public void close() {
    executor.shutdownNow();
  }
}
