package de.amtsbote.gateway.directory.dvdv;

import de.amtsbote.gateway.directory.dvdv.api.Service;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

/**
 * Tells how the DVDV servers do and which kept services end soon; a DVDV that is down makes no node
 * ill.
 */
final class DvdvHealth extends AbstractHealthIndicator {

  private static final Duration SOON = Duration.ofDays(30);

  private final Supplier<Map<String, String>> servers;
  private final Dvdv dvdv;
  private final Clock clock;

  DvdvHealth(Supplier<Map<String, String>> servers, Dvdv dvdv, Clock clock) {
    this.servers = servers;
    this.dvdv = dvdv;
    this.clock = clock;
  }

  @Override
  protected void doHealthCheck(Health.Builder health) {
    var states = servers.get();
    var anyIsUp = states.containsValue("up") || states.containsValue("failing");
    health
        .status(anyIsUp ? "UP" : "DEGRADED")
        .withDetail("servers", states)
        .withDetail("expiring", expiring());
  }

  private TreeMap<String, String> expiring() {
    var limit = clock.instant().plus(SOON);
    var expiring = new TreeMap<String, String>();
    dvdv.known().stream()
        .filter(it -> dvdv.end(it).isBefore(limit))
        .forEach(it -> expiring.merge(name(it), dvdv.end(it).toString(), DvdvHealth::earlier));
    return expiring;
  }

  private static String name(Service service) {
    return service.organizationNameDe() + " " + service.serviceSpecificationUri();
  }

  private static String earlier(String one, String other) {
    return one.compareTo(other) < 0 ? one : other;
  }
}
