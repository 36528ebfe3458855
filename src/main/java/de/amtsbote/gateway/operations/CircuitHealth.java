package de.amtsbote.gateway.operations;

import de.amtsbote.gateway.message.gate.Circuit;
import de.amtsbote.gateway.message.gate.CircuitStore;
import de.amtsbote.gateway.message.gate.PauseStore;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.stereotype.Component;

/**
 * Names the destinations that are down. The gateway itself is well then: their messages wait, all
 * others go on.
 */
@Component("destinations")
class CircuitHealth extends AbstractHealthIndicator {

  private final CircuitStore circuits;
  private final PauseStore pauses;

  CircuitHealth(CircuitStore circuits, PauseStore pauses) {
    this.circuits = circuits;
    this.pauses = pauses;
  }

  @Override
  protected void doHealthCheck(Health.Builder health) {
    health
        .up()
        .withDetail("down", circuits.open().stream().map(Circuit::destination).toList())
        .withDetail("paused", pauses.count());
  }
}
