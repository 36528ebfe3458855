package de.amtsbote.gateway.message;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * The last day on which a message is of use to its author, where its order names one (XTA 2,
 * ObsoleteAfter). It counts for messages whose author follows them here; of what was fetched
 * elsewhere he was told there already that it arrived.
 */
public final class LastDay {

  private static final ZoneId GERMANY = ZoneId.of("Europe/Berlin");

  private LastDay() {}

  /** Today, by the calendar of authors. */
  public static LocalDate today(Clock clock) {
    return LocalDate.ofInstant(clock.instant(), GERMANY);
  }

  /** When a message is of no use any more. */
  public static Instant end(LocalDate lastDay) {
    return lastDay.plusDays(1).atStartOfDay(GERMANY).toInstant();
  }

  /** What is to be said of a message that is of no use any more. */
  public static GatewayException passed(LocalDate lastDay) {
    return new GatewayException(
        ErrorCode.OBSOLETE, "its author wants it delivered on %s at the latest".formatted(lastDay));
  }
}
