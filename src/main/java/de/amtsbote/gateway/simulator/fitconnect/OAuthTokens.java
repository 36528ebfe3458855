package de.amtsbote.gateway.simulator.fitconnect;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/** Gives tokens to the clients that it knows. */
final class OAuthTokens {

  private record Given(String client, Instant until) {}

  private final Map<String, String> clients;
  private final Duration lifetime;
  private final Clock clock;
  private final Map<String, Given> given = new ConcurrentHashMap<>();
  private final AtomicInteger count = new AtomicInteger();

  /**
   * Tokens.
   *
   * @param clients secrets by client id
   */
  OAuthTokens(Map<String, String> clients, Duration lifetime, Clock clock) {
    this.clients = clients;
    this.lifetime = lifetime;
    this.clock = clock;
  }

  Reply give(String form) {
    var fields =
        Arrays.stream(form.split("&"))
            .map(it -> it.split("=", 2))
            .filter(it -> it.length == 2)
            .collect(
                Collectors.toMap(
                    it -> it[0], it -> URLDecoder.decode(it[1], StandardCharsets.UTF_8)));
    var client = fields.getOrDefault("client_id", "");
    var secret = fields.getOrDefault("client_secret", "");
    if (!"client_credentials".equals(fields.get("grant_type"))
        || secret.isEmpty()
        || !secret.equals(clients.get(client))) {
      return Reply.json(401, Map.of("error", "invalid_client"));
    }
    var token = UUID.randomUUID().toString();
    given.put(token, new Given(client, clock.instant().plus(lifetime)));
    count.incrementAndGet();
    return Reply.json(
        200,
        Map.of("access_token", token, "token_type", "Bearer", "expires_in", lifetime.toSeconds()));
  }

  /** The client that a request comes from. */
  Optional<String> client(String authorization) {
    if (authorization == null || !authorization.startsWith("Bearer ")) {
      return Optional.empty();
    }
    var found = given.get(authorization.substring("Bearer ".length()));
    return Optional.ofNullable(found)
        .filter(it -> clock.instant().isBefore(it.until()))
        .map(Given::client);
  }

  void expire() {
    given.clear();
  }

  int count() {
    return count.get();
  }
}
