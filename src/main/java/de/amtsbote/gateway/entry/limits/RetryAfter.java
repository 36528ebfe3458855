package de.amtsbote.gateway.entry.limits;

import de.amtsbote.gateway.message.GatewayException;
import java.time.Duration;
import java.util.Optional;

/** The header of answers 429 and 503 that tells when to come back, in whole seconds. */
public final class RetryAfter {

  private static final Duration USUAL = Duration.ofSeconds(5);

  private RetryAfter() {}

  /** The value of the header; empty when coming back is of no use. */
  public static Optional<String> of(GatewayException error) {
    var status = error.code().status();
    if (status != 429 && status != 503) {
      return Optional.empty();
    }
    var wait = error.retryAfter().orElse(USUAL);
    return Optional.of(Long.toString(Math.max(1, wait.plusMillis(999).toSeconds())));
  }
}
