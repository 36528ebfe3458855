package de.amtsbote.gateway.operations;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** What waits, as gauges; the database is asked at most every few seconds. */
@Component
class BacklogMetrics implements MeterBinder {

  private static final Duration FRESH = Duration.ofSeconds(5);

  private final BacklogStore store;
  private final Clock clock;
  private Backlog last;
  private Instant readAt = Instant.MIN;

  BacklogMetrics(BacklogStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    Gauge.builder("amtsbote.messages.open", () -> backlog().open())
        .description("Messages that the gateway still has to move on")
        .register(registry);
    Gauge.builder("amtsbote.messages.parked", () -> backlog().parked())
        .description("Messages that wait for an operator")
        .register(registry);
    Gauge.builder("amtsbote.work.overdue", () -> backlog().overdue().toMillis() / 1000.0)
        .description("How long the work that is due longest has waited")
        .baseUnit("seconds")
        .register(registry);
  }

  private synchronized Backlog backlog() {
    var now = clock.instant();
    if (last == null || !now.isBefore(readAt.plus(FRESH))) {
      last = store.read();
      readAt = now;
    }
    return last;
  }
}
