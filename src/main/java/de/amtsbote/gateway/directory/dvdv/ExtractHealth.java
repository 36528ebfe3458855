package de.amtsbote.gateway.directory.dvdv;

import org.springframework.boot.health.contributor.Health;

/** Says whether the last change of the kept answers was taken over. */
final class ExtractHealth {

  private ExtractHealth() {}

  static Health of(String problem) {
    return problem.isEmpty()
        ? Health.up().build()
        : Health.status("DEGRADED").withDetail("refused", problem).build();
  }
}
