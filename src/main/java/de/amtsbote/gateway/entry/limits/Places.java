package de.amtsbote.gateway.entry.limits;

import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.GatewayException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * A fixed number of places. Who finds none waits a short time, but no more wait than have a place:
 * nothing queues without end.
 */
final class Places {

  private static final Duration COME_BACK = Duration.ofSeconds(5);

  private final int count;
  private final Semaphore places;
  private final Semaphore waiting;
  private final Duration wait;

  Places(int count, Duration wait) {
    this.count = count;
    this.places = new Semaphore(count);
    this.waiting = new Semaphore(count);
    this.wait = wait;
  }

  /**
   * Takes a place.
   *
   * @throws GatewayException {@link ErrorCode#OVERLOADED} when none gets free in time
   */
  Permit take() {
    if (!places.tryAcquire() && !waited()) {
      throw GatewayException.later(
          ErrorCode.OVERLOADED, "all %d places are taken".formatted(count), COME_BACK);
    }
    return places::release;
  }

  int count() {
    return count;
  }

  int taken() {
    return count - places.availablePermits();
  }

  private boolean waited() {
    if (!waiting.tryAcquire()) {
      return false;
    }
    try {
      return places.tryAcquire(wait.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } finally {
      waiting.release();
    }
  }
}
