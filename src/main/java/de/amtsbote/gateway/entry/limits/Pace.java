package de.amtsbote.gateway.entry.limits;

import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.GatewayException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Counts the bytes of a body and refuses one that comes too slowly on average. */
final class Pace {

  private static final double MILLIS = 1000.0;

  private final Clock clock;
  private final Instant begin;
  private final Duration grace;
  private final long perSecond;
  private long count;

  Pace(Clock clock, Duration grace, long perSecond) {
    this.clock = clock;
    this.begin = clock.instant();
    this.grace = grace;
    this.perSecond = perSecond;
  }

  /**
   * Some bytes have come.
   *
   * @throws GatewayException {@link ErrorCode#BODY_TOO_SLOW}
   */
  void count(long bytes) {
    count += bytes;
    var elapsed = Duration.between(begin, clock.instant());
    if (elapsed.compareTo(grace) > 0 && count < elapsed.toMillis() / MILLIS * perSecond) {
      throw new GatewayException(
          ErrorCode.BODY_TOO_SLOW,
          "%d bytes in %d s, at least %d bytes a second are asked for"
              .formatted(count, elapsed.toSeconds(), perSecond));
    }
  }

  long count() {
    return count;
  }
}
