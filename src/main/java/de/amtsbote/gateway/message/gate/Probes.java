package de.amtsbote.gateway.message.gate;

import de.amtsbote.gateway.message.ErrorCode;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/**
 * The probes that this node makes. While one is under way it is renewed; when its end cannot be
 * written down because the database is away, or the node dies, it lapses and another may try.
 */
final class Probes {

  private static final Logger LOG = LoggerFactory.getLogger(Probes.class);

  private final CircuitStore circuits;
  private final Set<Probe> underWay = ConcurrentHashMap.newKeySet();

  Probes(CircuitStore circuits) {
    this.circuits = circuits;
  }

  Optional<Probe> take(String destination) {
    var probe = circuits.takeProbe(destination);
    probe.ifPresent(underWay::add);
    return probe;
  }

  /** Shows that this node lives. */
  void renew() {
    underWay.forEach(probe -> write(() -> circuits.renew(probe)));
  }

  void failed(Probe probe, ErrorCode code) {
    underWay.remove(probe);
    write(() -> circuits.probeFailed(probe, code));
  }

  void release(Probe probe) {
    underWay.remove(probe);
    write(() -> circuits.releaseProbe(probe));
  }

  void succeeded(Probe probe) {
    underWay.remove(probe);
    write(() -> circuits.close(probe.destination()));
  }

  /** What a step achieved counts even if nothing can be noted about its destination. */
  static void write(Runnable note) {
    try {
      note.run();
    } catch (DataAccessException e) {
      LOG.warn("What is known of a destination could not be written down: {}", e.getMessage());
    }
  }
}
