package de.amtsbote.gateway.http;

import java.net.http.HttpHeaders;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/** How long a server asks to be left alone. */
public final class AskedPause {

  private static final Pattern SECONDS = Pattern.compile("\\d{1,6}");

  private AskedPause() {}

  /**
   * The pause in {@code Retry-After} (RFC 9110, section 10.2.3). Only the form in seconds counts; a
   * date would need the clocks of both to agree.
   */
  public static Optional<Duration> of(HttpHeaders headers) {
    return headers
        .firstValue("Retry-After")
        .filter(value -> SECONDS.matcher(value).matches())
        .map(value -> Duration.ofSeconds(Long.parseLong(value)));
  }
}
