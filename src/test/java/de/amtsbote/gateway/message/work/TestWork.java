package de.amtsbote.gateway.message.work;

import java.time.Duration;
import java.util.Map;

/** Settings of a node that looks for work often and gives up soon. */
final class TestWork {

  static final Duration BUDGET = Duration.ofHours(1);

  private TestWork() {}

  static WorkProperties settings() {
    return new WorkProperties(
        true,
        2,
        2,
        Duration.ofMillis(100),
        Duration.ofMillis(200),
        Duration.ofSeconds(2),
        Duration.ofMinutes(5),
        BUDGET,
        Map.of("eilig", new Retry(Duration.ofMinutes(10), null, null)),
        Map.of("bauamt", new Retry(Duration.ofMinutes(20), null, null)),
        Duration.ofSeconds(10));
  }
}
