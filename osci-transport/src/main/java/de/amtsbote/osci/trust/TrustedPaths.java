package de.amtsbote.osci.trust;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Paths that were found and hold. A path depends on the certificates and the time alone, so that it
 * is looked for once, until the trust changes or a certificate on it expires; revocation is no part
 * of it. Safe for use by many threads.
 */
final class TrustedPaths {

  private static final int MOST = 1000;

  private record Held(PathFinder.Path path, Instant from, Instant until) {

    boolean holds(Instant at) {
      return !at.isBefore(from) && !at.isAfter(until);
    }
  }

  private record Known(TrustMaterial material, Map<X509Certificate, Held> paths) {}

  private volatile Known known = new Known(null, Map.of());

  Optional<PathFinder.Path> find(TrustMaterial material, X509Certificate certificate, Instant at) {
    var now = known;
    var held = now.material == material ? now.paths.get(certificate) : null;
    return held != null && held.holds(at) ? Optional.of(held.path) : Optional.empty();
  }

  void keep(TrustMaterial material, X509Certificate certificate, PathFinder.Path path) {
    var now = known;
    if (now.material != material || now.paths.size() >= MOST) {
      now = new Known(material, new ConcurrentHashMap<>());
      known = now;
    }
    List<X509Certificate> all = new ArrayList<>(path.chain());
    all.add(certificate);
    var from = all.stream().map(it -> it.getNotBefore().toInstant()).max(Comparator.naturalOrder());
    var until = all.stream().map(it -> it.getNotAfter().toInstant()).min(Comparator.naturalOrder());
    now.paths.put(certificate, new Held(path, from.orElseThrow(), until.orElseThrow()));
  }
}
