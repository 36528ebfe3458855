package de.amtsbote.gateway.message;

import com.fasterxml.uuid.UUIDClock;
import java.time.Clock;

/** The time in the ids of messages. */
final class ClockTime extends UUIDClock {

  private final Clock clock;

  ClockTime(Clock clock) {
    this.clock = clock;
  }

  @Override
  public long currentTimeMillis() {
    return clock.millis();
  }
}
