package de.amtsbote.gateway.directory;

import de.amtsbote.gateway.yaml.Finding;
import java.time.Clock;
import java.time.Duration;
import java.util.TreeMap;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

/**
 * Says whether the last edit of the directory was taken over, and whose certificates end soon. A
 * refused edit makes no node ill: what was known before is in use.
 */
final class DirectoryHealth extends AbstractHealthIndicator {

  private static final Duration SOON = Duration.ofDays(30);

  private final LiveDirectory files;
  private final Clock clock;

  DirectoryHealth(LiveDirectory files, Clock clock) {
    this.files = files;
    this.clock = clock;
  }

  @Override
  protected void doHealthCheck(Health.Builder health) {
    var refused =
        files.findings().stream().filter(Finding::isError).map(Finding::toString).toList();
    health
        .status(refused.isEmpty() ? "UP" : "DEGRADED")
        .withDetail("partners", files.get().partnerNames().size())
        .withDetail("refused", refused)
        .withDetail("expiring", expiring());
  }

  private TreeMap<String, String> expiring() {
    var limit = clock.instant().plus(SOON);
    var expiring = new TreeMap<String, String>();
    for (var partner : files.get().partners()) {
      ChannelDates.earliestEnd(partner.osci())
          .filter(end -> end.isBefore(limit))
          .ifPresent(end -> expiring.put(partner.name(), end.toString()));
    }
    return expiring;
  }
}
