package de.amtsbote.gateway.entry.fitconnect;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/**
 * Submissions that went wrong, each of which is left alone for twice as long as the time before.
 */
final class Pauses {

  private static final int MOST = 10_000;
  private static final Duration LONGEST = Duration.ofMinutes(15);

  private final Clock clock;
  private final Duration first;
  private final Map<UUID, Pause> pauses =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<UUID, Pause> eldest) {
          return size() > MOST;
        }
      };

  private record Pause(Duration length, Instant until) {}

  Pauses(Clock clock, Duration first) {
    this.clock = clock;
    this.first = first;
  }

  boolean has(UUID submission) {
    var pause = pauses.get(submission);
    return pause != null && clock.instant().isBefore(pause.until());
  }

  /** How long it is left alone now. */
  Duration add(UUID submission) {
    var before = pauses.get(submission);
    var wanted = before == null ? first : before.length().multipliedBy(2);
    var length = wanted.compareTo(LONGEST) > 0 ? LONGEST : wanted;
    pauses.put(submission, new Pause(length, clock.instant().plus(length)));
    return length;
  }

  void forget(UUID submission) {
    pauses.remove(submission);
  }
}
