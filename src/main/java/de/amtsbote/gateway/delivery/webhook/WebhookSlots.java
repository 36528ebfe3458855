package de.amtsbote.gateway.delivery.webhook;

import java.util.concurrent.Semaphore;

/**
 * How many portals a node tells at the same time. Slow portals wait for each other and not the
 * messages, whose work runs in the same threads.
 */
final class WebhookSlots {

  private final Semaphore free;

  WebhookSlots(int count) {
    this.free = new Semaphore(count);
  }

  /** Runs it now, or not at all when all slots are taken; it comes again soon. */
  void runIfFree(Runnable run) {
    if (free.tryAcquire()) {
      try {
        run.run();
      } finally {
        free.release();
      }
    }
  }
}
