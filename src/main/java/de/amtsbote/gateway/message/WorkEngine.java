package de.amtsbote.gateway.message;

import com.github.kagkarlsson.scheduler.Scheduler;
import org.springframework.context.SmartLifecycle;

/** Starts the scheduler after everything else is up, and stops it first. */
final class WorkEngine implements SmartLifecycle {

  private final Scheduler scheduler;
  private final boolean enabled;
  private volatile boolean running;

  WorkEngine(Scheduler scheduler, boolean enabled) {
    this.scheduler = scheduler;
    this.enabled = enabled;
  }

  @Override
  public void start() {
    if (enabled) {
      scheduler.start();
      running = true;
    }
  }

  @Override
  public void stop() {
    if (running) {
      scheduler.stop();
      running = false;
    }
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  @Override
  public int getPhase() {
    return Integer.MAX_VALUE - 100;
  }
}
