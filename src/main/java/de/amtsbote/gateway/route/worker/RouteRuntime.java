package de.amtsbote.gateway.route.worker;

import de.amtsbote.gateway.polling.Poller;
import de.amtsbote.gateway.route.load.RouteFolder;
import java.time.Duration;
import org.apache.camel.CamelContext;
import org.springframework.context.SmartLifecycle;

/** Loads the routes before work begins, and keeps them like their files until it has ended. */
final class RouteRuntime implements SmartLifecycle {

  private final CamelContext context;
  private final RouteFolder folder;
  private final Duration every;
  private Poller poller;

  RouteRuntime(CamelContext context, RouteFolder folder, Duration every) {
    this.context = context;
    this.folder = folder;
    this.every = every;
  }

  @Override
  public synchronized void start() {
    if (!context.isStarted()) {
      context.start();
    }
    folder.refresh();
    poller = new Poller("routes", every, folder::refresh);
  }

  @Override
  public synchronized void stop() {
    poller.close();
    poller = null;
  }

  @Override
  public synchronized boolean isRunning() {
    return poller != null;
  }

  /** Before the scheduler, which starts last of all and stops first. */
  @Override
  public int getPhase() {
    return Integer.MAX_VALUE - 200;
  }
}
