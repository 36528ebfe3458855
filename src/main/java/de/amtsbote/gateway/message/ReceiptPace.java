package de.amtsbote.gateway.message;

import java.time.Duration;

/**
 * How often it is asked for a receipt: each time after twice as long, and once a day for what was
 * given up.
 *
 * @param poll time before the second question
 * @param slowest longest time between two
 */
public record ReceiptPace(Duration poll, Duration slowest) {

  /** Time between two questions for the receipt of a hand-over that was given up. */
  public static final Duration LATE = Duration.ofDays(1);

  private static final int MOST_DOUBLINGS = 16;

  /** Time until it is asked again for the receipt of this hand-over. */
  public Duration next(Transmission transmission) {
    if (transmission.state() == TransmissionState.FAILED) {
      return LATE;
    }
    var doublings = Math.min(transmission.checks(), MOST_DOUBLINGS);
    var delay = poll.multipliedBy(1L << doublings);
    return delay.compareTo(slowest) > 0 ? slowest : delay;
  }
}
