package de.amtsbote.gateway.route.worker;

import de.amtsbote.xoev.engine.Xoev;
import de.amtsbote.xoev.standard.StandardPackage;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

/**
 * Says which standards are installed, and which of their rule files do not come to their end:
 * messages that need them are not checkable meanwhile.
 */
final class StandardsHealth extends AbstractHealthIndicator {

  private final Xoev xoev;

  StandardsHealth(Xoev xoev) {
    this.xoev = xoev;
  }

  @Override
  protected void doHealthCheck(Health.Builder health) {
    var late = xoev.lateRules();
    health
        .status(late.isEmpty() ? "UP" : "DEGRADED")
        .withDetail(
            "installed", xoev.catalog().packages().stream().map(StandardPackage::id).toList())
        .withDetail("rulesOutOfService", late);
  }
}
