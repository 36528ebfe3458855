package de.amtsbote.osci.intermediary;

import java.time.Duration;
import java.time.Instant;

/**
 * How a delivery is tried again whose recipient cannot be reached.
 *
 * @param first pause after the first attempt; every further one is twice as long
 * @param longest pause
 * @param giveUpAfter how long it is tried since the delivery was stored
 * @param lease how long one attempt may take before somebody else tries; longer than any time-out
 *     of the transport
 */
public record PushRetry(Duration first, Duration longest, Duration giveUpAfter, Duration lease) {

  private static final int MOST_DOUBLINGS = 20;

  /** From ten seconds up to half an hour, for three days. */
  public static PushRetry standard() {
    return new PushRetry(
        Duration.ofSeconds(10), Duration.ofMinutes(30), Duration.ofDays(3), Duration.ofMinutes(15));
  }

  Instant after(int attempts, Instant at) {
    var pause = first.multipliedBy(1L << Math.min(attempts - 1, MOST_DOUBLINGS));
    return at.plus(pause.compareTo(longest) > 0 ? longest : pause);
  }

  boolean isOver(Instant since, Instant at) {
    return !at.isBefore(since.plus(giveUpAfter));
  }
}
