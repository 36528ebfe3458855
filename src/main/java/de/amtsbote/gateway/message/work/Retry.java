package de.amtsbote.gateway.message.work;

import java.time.Duration;

/**
 * How messages of one route or partner are tried again; what is absent is as for all others.
 *
 * @param budget how long a message is tried again before it is parked
 * @param firstBackoff delay after the first failed attempt
 * @param maxBackoff longest delay between two attempts
 */
public record Retry(Duration budget, Duration firstBackoff, Duration maxBackoff) {

  private static final Retry NONE = new Retry(null, null, null);

  /** This, completed by another one. */
  Retry orElse(Retry other) {
    var rest = other == null ? NONE : other;
    return new Retry(
        budget == null ? rest.budget : budget,
        firstBackoff == null ? rest.firstBackoff : firstBackoff,
        maxBackoff == null ? rest.maxBackoff : maxBackoff);
  }

  static Retry of(Retry given) {
    return given == null ? NONE : given;
  }
}
