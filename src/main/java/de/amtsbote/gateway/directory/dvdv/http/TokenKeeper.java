package de.amtsbote.gateway.directory.dvdv.http;

import de.amtsbote.gateway.directory.dvdv.http.DvdvFailure.Kind;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * Keeps the access token of one server: obtained when it is needed first, renewed before it
 * expires, thrown away when the server does not take it any more.
 */
final class TokenKeeper {

  private static final String ASSERTION_TYPE =
      "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
  private static final Duration UNKNOWN_LIFETIME = Duration.ofMinutes(5);
  private static final int OK = 200;

  private final URI address;
  private final ClientAssertion assertion;
  private final HttpLine line;
  private final Duration renewBefore;
  private final Clock clock;

  private String token;
  private Instant renewAt = Instant.MIN;
  private CompletableFuture<String> running;

  TokenKeeper(
      URI address, ClientAssertion assertion, HttpLine line, Duration renewBefore, Clock clock) {
    this.address = address;
    this.assertion = assertion;
    this.line = line;
    this.renewBefore = renewBefore;
    this.clock = clock;
  }

  /** The token; one caller obtains it, all others wait for him and share how that ends. */
  String token(Duration left) throws DvdvFailure {
    var mine = new CompletableFuture<String>();
    CompletableFuture<String> other;
    synchronized (this) {
      if (token != null && clock.instant().isBefore(renewAt)) {
        return token;
      }
      other = running;
      running = other == null ? mine : other;
    }
    return other == null ? lead(mine, left) : follow(other, left);
  }

  private String lead(CompletableFuture<String> mine, Duration left) throws DvdvFailure {
    try {
      var answer = obtain(left);
      String given;
      synchronized (this) {
        given = take(answer);
        running = null;
      }
      mine.complete(given);
      return given;
    } catch (DvdvFailure | RuntimeException | Error e) {
      synchronized (this) {
        token = null;
        running = null;
      }
      mine.completeExceptionally(e);
      throw e;
    }
  }

  private static String follow(CompletableFuture<String> other, Duration left) throws DvdvFailure {
    try {
      return other.get(Math.max(1, left.toMillis()), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw new DvdvFailure(Kind.UNREACHABLE, "gives no token in time", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DvdvFailure(Kind.UNREACHABLE, "was not waited for", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof DvdvFailure known) {
        throw new DvdvFailure(known.kind(), known.getMessage(), known.retryAfter(), known);
      }
      throw new DvdvFailure(Kind.INVALID, "gives no usable token", e.getCause());
    }
  }

  /** The server did not take this token; another caller may have renewed it already. */
  synchronized void reject(String refused) {
    if (refused.equals(token)) {
      token = null;
    }
  }

  private JsonNode obtain(Duration left) throws DvdvFailure {
    var form =
        new TreeMap<>(
            Map.of(
                "grant_type",
                "client_credentials",
                "client_assertion_type",
                ASSERTION_TYPE,
                "client_assertion",
                assertion.jwt(address)));
    var request =
        HttpRequest.newBuilder(address)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("Accept", "application/json")
            .POST(BodyPublishers.ofString(encoded(form)))
            .build();
    var answer = line.exchange(request, left);
    if (answer.status() != OK) {
      throw new DvdvFailure(Kind.DENIED, "gives no token (status %d)".formatted(answer.status()));
    }
    return DvdvJson.tree(answer.body());
  }

  /** Names as OpenID Connect writes them, and as the example of the interface does. */
  private String take(JsonNode answer) throws DvdvFailure {
    var given = text(answer, "access_token", "accessToken");
    if (given == null || !given.matches("[\\x21-\\x7E]{1,16384}")) {
      throw new DvdvFailure(Kind.INVALID, "gives no usable token");
    }
    var seconds = number(answer, "expires_in", "expiresIn");
    var lifetime = seconds > 0 ? Duration.ofSeconds(seconds) : UNKNOWN_LIFETIME;
    var half = lifetime.dividedBy(2);
    var early = renewBefore.compareTo(half) < 0 ? renewBefore : half;
    renewAt = clock.instant().plus(lifetime).minus(early);
    token = given;
    return given;
  }

  private static String text(JsonNode answer, String... names) {
    for (var name : names) {
      if (answer.path(name).isString()) {
        return answer.path(name).asString();
      }
    }
    return null;
  }

  private static long number(JsonNode answer, String... names) {
    for (var name : names) {
      if (answer.path(name).isIntegralNumber() && answer.path(name).canConvertToInt()) {
        return answer.path(name).asInt();
      }
    }
    return 0;
  }

  private static String encoded(Map<String, String> form) {
    return form.entrySet().stream()
        .map(it -> it.getKey() + "=" + URLEncoder.encode(it.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }
}
