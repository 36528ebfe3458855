package de.amtsbote.gateway.cli.load;

import de.amtsbote.gateway.http.AskedPause;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the gateway said to a request.
 *
 * @param status 0 when there was no answer
 */
record Answer(int status, JsonNode body, Optional<Duration> retryAfter) {

  private static final Set<Integer> PASSING = Set.of(0, 408, 425, 429, 500, 502, 503, 504);
  private static final JsonMapper JSON = JsonMapper.shared();

  static Answer of(HttpResponse<String> response) {
    return new Answer(
        response.statusCode(), json(response.body()), AskedPause.of(response.headers()));
  }

  static Answer none() {
    return new Answer(0, JSON.createObjectNode(), Optional.empty());
  }

  boolean accepted() {
    return status / 100 == 2;
  }

  /** Whether the same request may be taken later. */
  boolean mayPass() {
    return PASSING.contains(status);
  }

  /** The gateway's code, else the status. */
  String code() {
    return status == 0 ? "no answer" : body.path("code").asString("HTTP " + status);
  }

  private static JsonNode json(String text) {
    try {
      return JSON.readTree(text.isEmpty() ? "{}" : text);
    } catch (JacksonException notFromTheGateway) {
      return JSON.createObjectNode();
    }
  }
}
