package de.amtsbote.osci.intermediary;

import de.amtsbote.osci.mailbox.MailboxStore;
import de.amtsbote.osci.mailbox.MailboxUsage;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Whether a mailbox is full. To count what lies in it takes time, so the count is kept for some
 * seconds and carried on; several nodes may exceed the limit by what they take in this time.
 */
final class MailboxGauge {

  private static final Duration FRESH = Duration.ofSeconds(10);
  private static final int MOST = 10_000;

  private final MailboxStore store;
  private final MailboxLimits limits;
  private final Map<String, Reading> readings =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Reading> eldest) {
          return size() > MOST;
        }
      };

  private record Reading(MailboxUsage usage, Instant at) {}

  MailboxGauge(MailboxStore store, MailboxLimits limits) {
    this.store = store;
    this.limits = limits;
  }

  boolean refuses(String mailbox, long size, Instant at) {
    return limits.refuse(usage(mailbox, at), size);
  }

  /** Carries the count on. */
  synchronized void stored(String mailbox, long size) {
    readings.computeIfPresent(
        mailbox,
        (name, it) ->
            new Reading(
                new MailboxUsage(it.usage().deliveries() + 1, it.usage().octets() + size),
                it.at()));
  }

  /** Counts outside of the lock: a full mailbox must not hold up the others. */
  private MailboxUsage usage(String mailbox, Instant at) {
    synchronized (this) {
      var known = readings.get(mailbox);
      if (known != null && at.isBefore(known.at().plus(FRESH))) {
        return known.usage();
      }
    }
    var counted = store.usage(mailbox);
    synchronized (this) {
      readings.put(mailbox, new Reading(counted, at));
    }
    return counted;
  }
}
