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

  /** What took longer, waiting for a connection or standing still, says too little. */
  static final Duration LONGEST_ANSWER = Duration.ofSeconds(1);

  private static final int TURNS = 3;

  private static final Logger LOG = LoggerFactory.getLogger(DatabaseClock.class);

  private final SharedTimeStore database;
  private final LongSupplier ticks;
  private volatile Anchor anchor;

  private record Anchor(Instant time, long ticks) {
    Instant at(long now) {
      return time.plusNanos(now - ticks);
    }
  }

  private record Answer(Anchor anchor, Duration took) {}

  /**
   * A clock that was set once.
   *
   * @param ticks nanoseconds that only go forward
   */
  DatabaseClock(SharedTimeStore database, LongSupplier ticks) {
    this.database = database;
    this.ticks = ticks;
    this.anchor = first();
  }

  /** Looks at the database again; when it is away or slow to answer, the counter goes on. */
  void set() {
    var expected = anchor;
    var answer = look();
    if (answer.took().compareTo(LONGEST_ANSWER) > 0) {
      LOG.debug("The database took {} to tell the time; the answer is not used", answer.took());
      return;
    }
    var found = answer.anchor();
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

  /** The quickest of a few answers, when none is quick enough. */
  private Anchor first() {
    var best = look();
    for (var turn = 1; turn < TURNS && best.took().compareTo(LONGEST_ANSWER) > 0; turn++) {
      var next = look();
      best = next.took().compareTo(best.took()) < 0 ? next : best;
    }
    return best.anchor();
  }

  /** The answer was true some time between question and arrival. */
  private Answer look() {
    var before = ticks.getAsLong();
    var time = database.now();
    var took = ticks.getAsLong() - before;
    return new Answer(new Anchor(time, before + took / 2), Duration.ofNanos(took));
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
