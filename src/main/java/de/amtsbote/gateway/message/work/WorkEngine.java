package de.amtsbote.gateway.message.work;

import com.github.kagkarlsson.scheduler.Scheduler;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;

/** Begins work when everything else is up, routes included, and ends it before anything stops. */
final class WorkEngine implements SmartLifecycle {

  private final Scheduler scheduler;
  private final boolean enabled;
  private volatile boolean running;

  WorkEngine(Scheduler scheduler, boolean enabled) {
    this.scheduler = scheduler;
    this.enabled = enabled;
  }

  @EventListener(ApplicationReadyEvent.class)
  @Override
  public void start() {
    if (enabled && !running) {
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
  public boolean isAutoStartup() {
    return false;
  }

  @Override
  public int getPhase() {
    return Integer.MAX_VALUE;
  }
}
