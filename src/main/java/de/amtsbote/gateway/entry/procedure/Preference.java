package de.amtsbote.gateway.entry.procedure;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a request prefers (RFC 7240); what cannot be understood is not preferred. */
final class Preference {

  private static final Pattern WAIT =
      Pattern.compile("(?i)\\s*wait\\s*=\\s*\"?(\\d{1,9})\"?\\s*(;.*)?");

  private Preference() {}

  /** How long the caller would wait; the first one counts, and 0 is no waiting. */
  static Optional<Duration> waiting(HttpServletRequest request) {
    var all = new ArrayList<String>();
    Collections.list(request.getHeaders("Prefer"))
        .forEach(it -> all.addAll(List.of(it.split(","))));
    return all.stream()
        .map(WAIT::matcher)
        .filter(it -> it.matches())
        .map(it -> Duration.ofSeconds(Long.parseLong(it.group(1))))
        .findFirst()
        .filter(it -> !it.isZero());
  }
}
