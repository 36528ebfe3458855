package de.amtsbote.gateway.message.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RetryPoliciesTest {

  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
  private static final Duration SECOND = Duration.ofSeconds(1);

  private final RetryPolicies policies =
      new RetryPolicies(
          new WorkProperties(
              true,
              1,
              1,
              SECOND,
              SECOND,
              Duration.ofSeconds(2),
              Duration.ofMinutes(15),
              Duration.ofHours(24),
              Map.of("ummeldung", new Retry(Duration.ofHours(3), Duration.ofSeconds(30), null)),
              Map.of("bauamt", new Retry(Duration.ofHours(1), null, Duration.ofSeconds(1))),
              SECOND),
          new Random(1));

  @Test
  void nothingSaid_isAsForAll() {
    assertThat(budget(null, null)).isEqualTo(Duration.ofHours(24));
    assertThat(budget("other", "other")).isEqualTo(Duration.ofHours(24));
  }

  @Test
  void route_hasItsOwnBudget() {
    assertThat(budget("ummeldung", "other")).isEqualTo(Duration.ofHours(3));
  }

  @Test
  void partner_winsOverItsRoute() {
    assertThat(budget("ummeldung", "bauamt")).isEqualTo(Duration.ofHours(1));
  }

  @Test
  void whatThePartnerDoesNotSay_theRouteSays() {
    var due = policies.of("ummeldung", "bauamt").next(NOON, 1, NOON).orElseThrow();

    // the longest delay is the partner's, and less than the first one of the route
    assertThat(due).isBeforeOrEqualTo(NOON.plusSeconds(1));
    assertThat(policies.of("ummeldung", null).next(NOON, 1, NOON).orElseThrow())
        .isAfterOrEqualTo(NOON.plusSeconds(15));
  }

  /** The last attempt is made when the budget ends. */
  private Duration budget(String route, String partner) {
    var policy = policies.of(route, partner);
    var end = NOON;
    for (var now = NOON; policy.next(NOON, 40, now).isPresent(); now = end) {
      end = policy.next(NOON, 40, now).orElseThrow();
    }
    return Duration.between(NOON, end);
  }
}
