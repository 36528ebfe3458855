package de.amtsbote.gateway.delivery.xta;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

/** Says how our accounts at the servers of others are. */
final class XtaServersHealth extends AbstractHealthIndicator {

  /** Whoever asks for our health shall not make us ask others each time. */
  private static final Duration HOLDS = Duration.ofMinutes(1);

  private final XtaSelfTest test;
  private final Clock clock;
  private Map<String, String> known = Map.of();
  private Instant asked = Instant.MIN;

  XtaServersHealth(XtaSelfTest test, Clock clock) {
    this.test = test;
    this.clock = clock;
  }

  /** A partner that is not well makes nobody restart this gateway. */
  @Override
  protected synchronized void doHealthCheck(Health.Builder health) {
    if (asked.isBefore(clock.instant().minus(HOLDS))) {
      known = test.run();
      asked = clock.instant();
    }
    known.forEach(health::withDetail);
    health.status(known.values().stream().allMatch(XtaSelfTest.WELL::equals) ? "UP" : "DEGRADED");
  }
}
