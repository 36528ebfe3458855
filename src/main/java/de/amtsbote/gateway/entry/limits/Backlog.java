package de.amtsbote.gateway.entry.limits;

import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.GatewayException;
import de.amtsbote.gateway.message.load.LoadStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.util.unit.DataSize;

/** What waits in the database altogether; looked at every few seconds only. */
final class Backlog {

  private static final Duration FRESH = Duration.ofSeconds(5);
  private static final Duration COME_BACK = Duration.ofSeconds(30);

  private final LoadStore store;
  private final Clock clock;
  private final long mostOpen;
  private final DataSize mostBytes;
  private final Lock asking = new ReentrantLock();
  private volatile Reading last;

  Backlog(LoadStore store, Clock clock, long mostOpen, DataSize mostBytes) {
    this.store = store;
    this.clock = clock;
    this.mostOpen = mostOpen;
    this.mostBytes = mostBytes;
  }

  /**
   * Refuses when too much waits.
   *
   * @throws GatewayException {@link ErrorCode#BACKLOG_FULL}, {@link ErrorCode#STORAGE_FULL}
   */
  void check() {
    var now = reading();
    if (now.open() >= mostOpen) {
      throw GatewayException.later(
          ErrorCode.BACKLOG_FULL, mostOpen + " messages are under way", COME_BACK);
    }
    if (mostBytes != null && now.bytes() >= mostBytes.toBytes()) {
      throw GatewayException.later(
          ErrorCode.STORAGE_FULL, "the database has reached its size", COME_BACK);
    }
  }

  boolean isFull() {
    var now = reading();
    return now.open() >= mostOpen || (mostBytes != null && now.bytes() >= mostBytes.toBytes());
  }

  /** One request asks the database; the others take what was read before. */
  private Reading reading() {
    var known = last;
    if (known != null && (isFresh(known) || !asking.tryLock())) {
      return known;
    }
    if (known == null) {
      asking.lock();
    }
    try {
      if (last == null || !isFresh(last)) {
        last =
            new Reading(
                clock.instant(),
                store.open(mostOpen),
                mostBytes == null ? 0 : store.databaseSize());
      }
      return last;
    } finally {
      asking.unlock();
    }
  }

  private boolean isFresh(Reading reading) {
    return clock.instant().isBefore(reading.at().plus(FRESH));
  }

  private record Reading(Instant at, long open, long bytes) {}
}
