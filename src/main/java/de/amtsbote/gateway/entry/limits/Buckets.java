package de.amtsbote.gateway.entry.limits;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Clock;
import java.time.Duration;

/** Token buckets that take the time from a clock. */
final class Buckets {

  private Buckets() {}

  /** Full at first; refilled evenly over the minute. */
  static Bucket perMinute(int count, Clock clock) {
    return Bucket.builder()
        .addLimit(limit -> limit.capacity(count).refillGreedy(count, Duration.ofMinutes(1)))
        .withCustomTimePrecision(new Meter(clock))
        .build();
  }

  private record Meter(Clock clock) implements TimeMeter {

    private static final long NANOS = 1_000_000;

    @Override
    public long currentTimeNanos() {
      return clock.millis() * NANOS;
    }

    @Override
    public boolean isWallClockBased() {
      return true;
    }
  }
}
