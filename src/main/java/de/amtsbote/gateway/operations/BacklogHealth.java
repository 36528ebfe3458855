package de.amtsbote.gateway.operations;

import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.stereotype.Component;

/** Warns when work that is due is not begun: the workers stand still or cannot keep up. */
@Component("backlog")
class BacklogHealth extends AbstractHealthIndicator {

  private final BacklogStore store;
  private final Duration limit;

  BacklogHealth(BacklogStore store, @Value("${amtsbote.health.backlog-age}") Duration limit) {
    this.store = store;
    this.limit = limit;
  }

  @Override
  protected void doHealthCheck(Health.Builder health) {
    var backlog = store.read();
    health
        .status(backlog.overdue().compareTo(limit) > 0 ? "OUT_OF_SERVICE" : "UP")
        .withDetail("open", backlog.open())
        .withDetail("parked", backlog.parked())
        .withDetail("overdueSeconds", backlog.overdue().toSeconds());
  }
}
