package de.amtsbote.gateway.cli.preflight;

import de.amtsbote.gateway.cli.CommandFailure;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks the gateway over its API. */
final class GatewayQuestion {

  private static final Duration CONNECT = Duration.ofSeconds(10);
  private static final Duration ANSWER = Duration.ofMinutes(5);
  private static final int OK = 200;

  private final URI gateway;
  private final String token;

  GatewayQuestion(URI gateway, String token) {
    this.gateway = gateway;
    this.token = token;
  }

  /** The report; a message goes as it is, everything else as JSON. */
  JsonNode ask(LocalDate day, String reader, String service, JsonNode body, Path message)
      throws IOException {
    URI address =
        URI.create(
            gateway.toString().replaceFirst("/+$", "")
                + "/api/v1/preflight"
                + (day == null ? "" : "?day=" + day));
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address)
            .timeout(ANSWER)
            .header("Authorization", "Bearer " + token)
            .header("Accept", "application/json, application/problem+json");
    if (message == null) {
      request
          .header("Content-Type", "application/json")
          .POST(BodyPublishers.ofString(body.toString()));
    } else {
      header(request, "Amtsbote-Reader", reader);
      header(request, "Amtsbote-Service", service);
      request.header("Content-Type", "application/xml").POST(BodyPublishers.ofFile(message));
    }
    return answer(send(request.build()));
  }

  private static void header(HttpRequest.Builder request, String name, String value) {
    if (value != null) {
      request.header(name, value);
    }
  }

  private HttpResponse<String> send(HttpRequest request) throws IOException {
    HttpClient http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT)
            .build();
    try {
      return http.send(request, BodyHandlers.ofString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CommandFailure("interrupted");
    } catch (IOException e) {
      throw new CommandFailure("the gateway at " + gateway + " cannot be reached");
    }
  }

  private JsonNode answer(HttpResponse<String> response) {
    try {
      JsonNode answer = JsonMapper.shared().readTree(response.body());
      if (response.statusCode() == OK && answer.has("arrives")) {
        return answer;
      }
      throw new CommandFailure(
          "the gateway answered with status %d: %s %s"
              .formatted(
                  response.statusCode(),
                  answer.path("code").asString(""),
                  answer.path("detail").asString("")));
    } catch (JacksonException e) {
      throw new CommandFailure(
          "what answers at %s with status %d is no gateway"
              .formatted(gateway, response.statusCode()));
    }
  }
}
