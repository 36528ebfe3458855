package de.amtsbote.gateway.delivery.webhook;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** Exponential backoff with jitter; what the portal asks for counts when it is longer. */
final class PushBackoff {

  private static final int MOST_DOUBLINGS = 20;

  private final Duration first;
  private final Duration max;
  private final RandomGenerator random;

  PushBackoff(Duration first, Duration max, RandomGenerator random) {
    this.first = first;
    this.max = max;
    this.random = random;
  }

  /**
   * The delay before the next attempt.
   *
   * @param failures failures before this one
   */
  Duration delay(int failures, Duration askedFor) {
    var full = Math.min(max.toMillis(), first.toMillis() << Math.min(failures, MOST_DOUBLINGS));
    var half = Math.max(1, full / 2);
    var delay = Duration.ofMillis(half + random.nextLong(half + 1));
    var asked = askedFor.compareTo(max) > 0 ? max : askedFor;
    return delay.compareTo(asked) < 0 ? asked : delay;
  }
}
