package de.amtsbote.gateway.operations.node;

import de.amtsbote.gateway.message.NodeName;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.stereotype.Component;

/** Out of service while this node takes nothing new. */
@Component("node")
class NodeHealth extends AbstractHealthIndicator {

  private final Drain drain;
  private final NodeName name;

  NodeHealth(Drain drain, NodeName name) {
    this.drain = drain;
    this.name = name;
  }

  @Override
  protected void doHealthCheck(Health.Builder health) {
    health
        .status(drain.isDraining() ? "OUT_OF_SERVICE" : "UP")
        .withDetail("name", name.value())
        .withDetail("running", drain.running());
  }
}
