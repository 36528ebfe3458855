package de.amtsbote.osci.http;

import java.time.Duration;

/**
 * How long an exchange may take.
 *
 * @param connect until the connection stands
 * @param answer until the answer begins, sending included
 * @param whole until the answer is read to its end
 */
public record HttpTimeouts(Duration connect, Duration answer, Duration whole) {

  /** Ten seconds, two minutes, ten minutes. */
  public static HttpTimeouts standard() {
    return new HttpTimeouts(Duration.ofSeconds(10), Duration.ofMinutes(2), Duration.ofMinutes(10));
  }
}
