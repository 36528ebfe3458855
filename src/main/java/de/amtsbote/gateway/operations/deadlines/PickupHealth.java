package de.amtsbote.gateway.operations.deadlines;

import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.pickup.PickupStore;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.stereotype.Component;

/** Tells how many messages lie too long; a reader who does not come makes no node ill. */
@Component("pickups")
class PickupHealth extends AbstractHealthIndicator implements MeterBinder {

  private static final long LIMIT = 100_000;

  private final PickupStore pickups;

  PickupHealth(PickupStore pickups) {
    this.pickups = pickups;
  }

  @Override
  protected void doHealthCheck(Health.Builder health) {
    var overdue = pickups.overdue(LIMIT);
    health.up().withDetail("overdue", overdue);
    if (overdue > 0) {
      health.withDetail("code", ErrorCode.PICKUP_OVERDUE.code());
    }
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    Gauge.builder("amtsbote.pickups.overdue", () -> pickups.overdue(LIMIT))
        .description("Messages that their readers have not picked up in time")
        .register(registry);
  }
}
