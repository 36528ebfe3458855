package de.amtsbote.gateway.message.work;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Exponential backoff with jitter within a time budget. */
final class RetryPolicy {

  private final Duration first;
  private final Duration max;
  private final Duration budget;
  private final RandomGenerator random;

  RetryPolicy(Duration first, Duration max, Duration budget, RandomGenerator random) {
    this.first = first;
    this.max = max;
    this.budget = budget;
    this.random = random;
  }

  /**
   * When to try again.
   *
   * @param attempts attempts made so far, at least 1
   * @return empty when the budget is used up
   */
  Optional<Instant> next(Instant firstAttempt, int attempts, Instant now) {
    var end = firstAttempt.plus(budget);
    if (!now.isBefore(end)) {
      return Optional.empty();
    }
    var due = now.plus(delay(attempts));
    // the last attempt is made at the end of the budget, not given away
    return Optional.of(due.isAfter(end) ? end : due);
  }

  private Duration delay(int attempts) {
    var doublings = Math.min(attempts - 1, 30);
    var full = Math.min(max.toMillis(), first.toMillis() << doublings);
    var half = Math.max(1, full / 2);
    return Duration.ofMillis(half + random.nextLong(half + 1));
  }
}
