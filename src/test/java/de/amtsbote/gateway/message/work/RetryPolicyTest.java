package de.amtsbote.gateway.message.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RetryPolicyTest {

  private static final Instant START = Instant.parse("2026-11-23T12:00:00Z");

  private final RetryPolicy policy =
      new RetryPolicy(
          Duration.ofSeconds(2), Duration.ofMinutes(15), Duration.ofHours(24), new Random(1));

  @Test
  void delays_doubleWithinTheirJitter() {
    for (var attempt = 1; attempt <= 8; attempt++) {
      var full = 2_000L << (attempt - 1);

      var delay = Duration.between(START, policy.next(START, attempt, START).orElseThrow());

      assertThat(delay.toMillis()).as("attempt %d", attempt).isBetween(full / 2, full);
    }
  }

  @Test
  void delay_neverExceedsTheLongest() {
    var due = policy.next(START, 1_000, START).orElseThrow();

    assertThat(due).isBeforeOrEqualTo(START.plus(Duration.ofMinutes(15)));
  }

  @Test
  void lastAttempt_isMadeAtTheEndOfTheBudget() {
    var end = START.plus(Duration.ofHours(24));

    assertThat(policy.next(START, 50, end.minusSeconds(1))).contains(end);
  }

  @Test
  void usedUpBudget_givesNoFurtherAttempt() {
    assertThat(policy.next(START, 50, START.plus(Duration.ofHours(24)))).isEmpty();
  }
}
