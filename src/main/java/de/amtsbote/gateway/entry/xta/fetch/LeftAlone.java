package de.amtsbote.gateway.entry.xta.fetch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** Messages that could not be read, which are tried again after some time only. */
final class LeftAlone {

  private static final int MOST = 10_000;
  private static final int ATTEMPTS = 3;

  private final Clock clock;
  private final Duration time;
  private final Map<String, Integer> breaks = new HashMap<>();
  private final Map<String, Instant> until =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Instant> eldest) {
          return size() > MOST;
        }
      };

  LeftAlone(Clock clock, Duration time) {
    this.clock = clock;
    this.time = time;
  }

  boolean has(String id) {
    var end = until.get(id);
    return end != null && clock.instant().isBefore(end);
  }

  void add(String id) {
    breaks.remove(id);
    until.put(id, clock.instant().plus(time));
  }

  void forget(String id) {
    breaks.remove(id);
    until.remove(id);
  }

  /** Counts a line that broke at this message; true when that is no accident any more. */
  boolean broke(String id) {
    if (breaks.size() > MOST) {
      breaks.clear();
    }
    return breaks.merge(id, 1, Integer::sum) >= ATTEMPTS;
  }
}
