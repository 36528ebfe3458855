package de.amtsbote.gateway.operations;

import de.amtsbote.gateway.delivery.webhook.WebhookStatus;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.stereotype.Component;

/** Tells which portals cannot be told; a portal that is down makes no node ill. */
@Component("webhooks")
class WebhookHealth extends AbstractHealthIndicator implements MeterBinder {

  private final WebhookStatus status;

  WebhookHealth(WebhookStatus status) {
    this.status = status;
  }

  @Override
  protected void doHealthCheck(Health.Builder health) {
    health.up().withDetail("waiting", status.waiting()).withDetail("down", status.down());
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    Gauge.builder("amtsbote.webhooks.waiting", status::waiting)
        .description("Events that wait to be sent to portals")
        .register(registry);
    Gauge.builder("amtsbote.webhooks.down", () -> status.down().size())
        .description("Portals whose webhook does not answer")
        .register(registry);
  }
}
