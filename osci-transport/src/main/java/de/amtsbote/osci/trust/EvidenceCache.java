package de.amtsbote.osci.trust;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** Keeps fetched evidence until it is due, and remembers failures for a short while. */
final class EvidenceCache<K, V> {

  private static final int MOST = 1_000;

  private final Clock clock;
  private final RevocationPolicy policy;
  private final Map<K, Entry<V>> entries = new LinkedHashMap<>();

  EvidenceCache(Clock clock, RevocationPolicy policy) {
    this.clock = clock;
    this.policy = policy;
  }

  private record Entry<V>(Optional<V> value, Instant until) {}

  /** Fetches outside the lock: a slow responder must not hold up checks that need another one. */
  Optional<V> get(K key, Supplier<Optional<V>> fetch, Function<V, Optional<Instant>> nextUpdate) {
    var now = clock.instant();
    synchronized (this) {
      var entry = entries.get(key);
      if (entry != null && now.isBefore(entry.until())) {
        return entry.value();
      }
    }
    var value = fetch.get();
    put(key, value, now.plus(lifeOf(value, nextUpdate, now)));
    return value;
  }

  private Duration lifeOf(
      Optional<V> value, Function<V, Optional<Instant>> nextUpdate, Instant now) {
    if (value.isEmpty()) {
      return policy.retryAfter();
    }
    var untilUpdate = nextUpdate.apply(value.get()).map(next -> Duration.between(now, next));
    return untilUpdate
        .filter(life -> life.compareTo(policy.keepFor()) < 0)
        .map(life -> life.isNegative() ? policy.retryAfter() : life)
        .orElse(policy.keepFor());
  }

  private synchronized void put(K key, Optional<V> value, Instant until) {
    entries.remove(key);
    entries.put(key, new Entry<>(value, until));
    if (entries.size() > MOST) {
      var oldest = entries.keySet().iterator();
      oldest.next();
      oldest.remove();
    }
  }
}
