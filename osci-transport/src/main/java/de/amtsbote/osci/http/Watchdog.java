package de.amtsbote.osci.http;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** One daemon thread that ends exchanges which take too long. */
final class Watchdog {

  private static final ScheduledExecutorService TIMER =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            var thread = new Thread(work, "osci-http-watchdog");
            thread.setDaemon(true);
            return thread;
          });

  private Watchdog() {}

  static ScheduledFuture<?> after(Duration limit, Runnable action) {
    return TIMER.schedule(action, limit.toMillis(), TimeUnit.MILLISECONDS);
  }
}
