package de.amtsbote.gateway.fitconnect;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import javax.net.ssl.SSLContext;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * HTTP to a delivery service as one OAuth client: bounded in time and size; a token is renewed
 * before it expires, and once when it is not taken any more.
 */
final class FitConnectLine {

  static final int LARGEST_JSON = 4 * 1024 * 1024;

  private static final int UNAUTHORIZED = 401;
  private static final Duration EARLY = Duration.ofSeconds(30);
  private static final Duration UNKNOWN_LIFETIME = Duration.ofMinutes(5);

  private final FitConnectProperties.Service service;
  private final String clientId;
  private final String clientSecret;
  private final HttpClient http;
  private final Clock clock;
  private String token;
  private Instant renewAt = Instant.MIN;

  /**
   * A line.
   *
   * @param tls trusted authorities; null for those of Java
   */
  FitConnectLine(
      FitConnectProperties.Service service,
      String clientId,
      String clientSecret,
      SSLContext tls,
      Clock clock) {
    this.service = service;
    this.clientId = clientId;
    this.clientSecret = clientSecret;
    this.clock = clock;
    var builder =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(service.connectTimeout());
    this.http = (tls == null ? builder : builder.sslContext(tls)).build();
  }

  /** A request to a path below the base address. */
  HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(service.api() + path));
  }

  /** Sends a request and reads a small JSON answer; a missing node when it is empty. */
  JsonNode json(HttpRequest.Builder request) throws IOException {
    try (var body = stream(request.header("Accept", "application/json"))) {
      return tree(body);
    }
  }

  /** The same with a request that may take its time to be sent. */
  JsonNode upload(HttpRequest.Builder request) throws IOException {
    var patience = service.transferTimeout().plus(service.answerTimeout());
    try (var body = answer(request.header("Accept", "application/json"), patience)) {
      return tree(body);
    }
  }

  /** Sends a request; the caller reads and closes the body of its answer. */
  InputStream stream(HttpRequest.Builder request) throws IOException {
    return answer(request, service.answerTimeout());
  }

  private InputStream answer(HttpRequest.Builder request, Duration patience) throws IOException {
    var mine = token();
    var answer = send(request.copy(), mine, patience);
    if (answer.statusCode() == UNAUTHORIZED) {
      answer.body().close();
      reject(mine);
      answer = send(request, token(), patience);
    }
    return checked(answer);
  }

  private HttpResponse<InputStream> send(
      HttpRequest.Builder request, String bearer, Duration patience) throws IOException {
    return exchange(request.setHeader("Authorization", "Bearer " + bearer), patience);
  }

  private HttpResponse<InputStream> exchange(HttpRequest.Builder request, Duration patience)
      throws IOException {
    try {
      return http.send(request.timeout(patience).build(), BodyHandlers.ofInputStream());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new FitConnectException("the delivery service was not waited for", e);
    } catch (IOException e) {
      throw new FitConnectException("the delivery service does not answer", e);
    }
  }

  private InputStream checked(HttpResponse<InputStream> answer) throws IOException {
    if (answer.statusCode() / 100 == 2) {
      return new BodyInTime(answer.body(), service.transferTimeout());
    }
    answer.body().close();
    throw new FitConnectException(
        answer.statusCode(), "the delivery service answers with status " + answer.statusCode());
  }

  private synchronized String token() throws IOException {
    if (token != null && clock.instant().isBefore(renewAt)) {
      return token;
    }
    var form =
        "grant_type=client_credentials&client_id=%s&client_secret=%s"
            .formatted(
                URLEncoder.encode(clientId, StandardCharsets.UTF_8),
                URLEncoder.encode(clientSecret, StandardCharsets.UTF_8));
    var request =
        HttpRequest.newBuilder(service.token())
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("Accept", "application/json")
            .POST(BodyPublishers.ofString(form));
    try (var body = checked(exchange(request, service.answerTimeout()))) {
      return take(tree(body));
    }
  }

  private String take(JsonNode answer) throws FitConnectException {
    var given = answer.path("access_token").asString("");
    if (!given.matches("[\\x21-\\x7E]{1,16384}")) {
      throw new FitConnectException(0, "the delivery service gives no usable token");
    }
    var seconds = answer.path("expires_in").asLong(0);
    var lifetime = seconds > 0 ? Duration.ofSeconds(seconds) : UNKNOWN_LIFETIME;
    var half = lifetime.dividedBy(2);
    renewAt = clock.instant().plus(lifetime).minus(EARLY.compareTo(half) < 0 ? EARLY : half);
    token = given;
    return given;
  }

  private synchronized void reject(String refused) {
    if (refused.equals(token)) {
      token = null;
    }
  }

  private static JsonNode tree(InputStream body) throws IOException {
    var octets = body.readNBytes(LARGEST_JSON + 1);
    if (octets.length > LARGEST_JSON) {
      throw new FitConnectException(0, "the answer of the delivery service is too large");
    }
    try {
      return octets.length == 0
          ? JsonMapper.shared().missingNode()
          : JsonMapper.shared().readTree(octets);
    } catch (JacksonException e) {
      throw new FitConnectException("the answer of the delivery service is not JSON", e);
    }
  }
}
