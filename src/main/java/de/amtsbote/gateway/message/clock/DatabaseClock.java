package de.amtsbote.gateway.message.clock;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Goes by the database, which all nodes share, and between two looks at it by a counter that no
 * correction of the machine's clock touches. So a node whose clock is wrong or jumps neither takes
 * others for dead nor puts work off.
 */
final class DatabaseClock extends Clock {

  /** A difference that is no drift: the clock of the database itself was set. */
  static final Duration JUMP = Duration.ofSeconds(5);

  private static final Logger LOG = LoggerFactory.getLogger(DatabaseClock.class);

  private final SharedTimeStore database;
  private final LongSupplier ticks;
  private volatile Anchor anchor;

  private record Anchor(Instant time, long ticks) {
    Instant at(long now) {
      return time.plusNanos(now - ticks);
    }
  }

  /**
   * A clock that was set once.
   *
   * @param ticks nanoseconds that only go forward
   */
  DatabaseClock(SharedTimeStore database, LongSupplier ticks) {
    this.database = database;
    this.ticks = ticks;
    this.anchor = look();
  }

  /** Looks at the database again; when it is away, the counter goes on. */
  void set() {
    var expected = anchor;
    var found = look();
    var ahead = Duration.between(expected.at(found.ticks()), found.time());
    anchor = found;
    if (ahead.abs().compareTo(JUMP) > 0) {
      LOG.warn("The clock of the database was set by {}", ahead);
    }
    if (ahead.compareTo(JUMP.negated()) < 0) {
      database.pullForward(ahead.negated(), found.time());
    }
  }

  @Override
  public Instant instant() {
    return anchor.at(ticks.getAsLong());
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return new InZone(this, zone);
  }

  /** The answer was true some time between question and arrival. */
  private Anchor look() {
    var before = ticks.getAsLong();
    var time = database.now();
    var after = ticks.getAsLong();
    return new Anchor(time, before + (after - before) / 2);
  }

  private static final class InZone extends Clock {

    private final Clock clock;
    private final ZoneId zone;

    InZone(Clock clock, ZoneId zone) {
      this.clock = clock;
      this.zone = zone;
    }

    @Override
    public Instant instant() {
      return clock.instant();
    }

    @Override
    public ZoneId getZone() {
      return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
      return new InZone(clock, other);
    }
  }
}
