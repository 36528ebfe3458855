package de.amtsbote.gateway.operations;

import de.amtsbote.gateway.entry.limits.IntakeGate;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.stereotype.Component;

/** Tells whether this node takes messages in, and how busy it is with that. */
@Component("intake")
class IntakeHealth extends AbstractHealthIndicator {

  private final IntakeGate gate;

  IntakeHealth(IntakeGate gate) {
    this.gate = gate;
  }

  @Override
  protected void doHealthCheck(Health.Builder health) {
    var status = gate.status();
    health
        .status(status.isClosed() ? "OUT_OF_SERVICE" : "UP")
        .withDetail("places", status.places())
        .withDetail("takenByRest", status.rest())
        .withDetail("takenByOsci", status.osci())
        .withDetail("takenByXta", status.xta())
        .withDetail("freeBytes", status.freeBytes())
        .withDetail("roomEnough", status.roomEnough())
        .withDetail("backlogFull", status.backlogFull());
  }
}
