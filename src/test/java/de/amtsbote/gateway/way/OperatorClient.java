package de.amtsbote.gateway.way;

import static de.amtsbote.gateway.way.States.SOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An operator at the API of the running gateway. */
final class OperatorClient {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final String gateway;

  OperatorClient(int port) {
    gateway = "http://localhost:" + port;
  }

  JsonNode health() {
    return JSON.readTree(text(HttpRequest.newBuilder(URI.create(gateway + "/actuator/health"))));
  }

  String metrics() {
    return text(HttpRequest.newBuilder(URI.create(gateway + "/actuator/prometheus")));
  }

  JsonNode message(String id) {
    return JSON.readTree(text(operation("/messages/" + id)));
  }

  /** State of the circuit of a destination; empty while it never failed. */
  String circuit(String destination) {
    return StreamSupport.stream(
            JSON.readTree(text(operation("/circuits"))).path("circuits").spliterator(), false)
        .filter(it -> it.path("destination").asString().equals(destination))
        .map(it -> it.path("state").asString())
        .findFirst()
        .orElse("");
  }

  JsonNode post(String path, String json) {
    return JSON.readTree(
        text(
            operation(path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json))));
  }

  /** The answer to an order that the state of a message forbids. */
  JsonNode refused(String path, String json) {
    return JSON.readTree(
        text(
            operation(path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json)),
            409));
  }

  /** Orders something without anything to say but why. */
  JsonNode post(String path) {
    return post(path, "{\"reason\": \"test of the way\"}");
  }

  /** The evidence of a message as a ZIP. */
  byte[] evidence(String id) throws IOException, InterruptedException {
    var request =
        operation("/messages/" + id + "/evidence")
            .header("Authorization", "Bearer " + Town.OPERATOR_TOKEN)
            .build();
    return HTTP.send(request, BodyHandlers.ofByteArray()).body();
  }

  void awaitWaiting(String id, String gate) {
    await()
        .atMost(SOON)
        .untilAsserted(
            () -> assertThat(message(id).at("/message/waitsFor").asString()).isEqualTo(gate));
  }

  void awaitState(String id, String state) {
    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                assertThat(message(id).at("/message/state").asString())
                    .as(() -> message(id).toPrettyString())
                    .isEqualTo(state));
  }

  private HttpRequest.Builder operation(String path) {
    return HttpRequest.newBuilder(URI.create(gateway + "/api/v1/operations" + path));
  }

  private static String text(HttpRequest.Builder request) {
    return text(request, 200);
  }

  private static String text(HttpRequest.Builder request, int status) {
    try {
      var answer =
          HTTP.send(
              request.header("Authorization", "Bearer " + Town.OPERATOR_TOKEN).build(),
              BodyHandlers.ofString());
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
      return answer.body();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
