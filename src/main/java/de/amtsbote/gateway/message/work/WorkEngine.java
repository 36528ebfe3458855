package de.amtsbote.gateway.message.work;

import com.github.kagkarlsson.scheduler.Scheduler;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;

/** Begins work when everything else is up, routes included, and ends it before anything stops. */
final class WorkEngine implements SmartLifecycle {

  private final List<Scheduler> schedulers;
  private final boolean enabled;
  private volatile boolean running;

  WorkEngine(List<Scheduler> schedulers, boolean enabled) {
    this.schedulers = List.copyOf(schedulers);
    this.enabled = enabled;
  }

  @EventListener(ApplicationReadyEvent.class)
  @Override
  public void start() {
    if (enabled && !running) {
      schedulers.forEach(Scheduler::start);
      running = true;
    }
  }

  @Override
  public void stop() {
    if (running) {
      // together, for each waits for what it has begun
      var ends = schedulers.stream().map(it -> CompletableFuture.runAsync(it::stop)).toList();
      try {
        CompletableFuture.allOf(ends.toArray(CompletableFuture[]::new)).join();
      } finally {
        running = false;
      }
    }
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  @Override
  public boolean isAutoStartup() {
    return false;
  }

  @Override
  public int getPhase() {
    return Integer.MAX_VALUE;
  }
}
