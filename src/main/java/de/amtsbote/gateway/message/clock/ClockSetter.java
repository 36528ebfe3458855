package de.amtsbote.gateway.message.clock;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sets the clock by the database again and again. */
final class ClockSetter implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(ClockSetter.class);

  private final DatabaseClock clock;
  private final ScheduledExecutorService executor =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            var thread = new Thread(task, "clock");
            thread.setDaemon(true);
            return thread;
          });

  ClockSetter(DatabaseClock clock, Duration every) {
    this.clock = clock;
    executor.scheduleWithFixedDelay(
        this::set, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
  }

  @Override
  public void close() {
    executor.shutdownNow();
  }

  private void set() {
    try {
      clock.set();
    } catch (RuntimeException away) {
      LOG.debug("The clock goes on by itself; the database does not tell the time");
    }
  }
}
