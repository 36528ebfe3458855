package de.amtsbote.gateway.operations.control;

import static org.assertj.core.api.Assertions.assertThat;

import de.amtsbote.gateway.TestGateway;
import de.amtsbote.gateway.message.Entry;
import de.amtsbote.gateway.message.EntryKind;
import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.GatewayException;
import de.amtsbote.gateway.message.MessageId;
import de.amtsbote.gateway.message.MessageStore;
import de.amtsbote.gateway.message.NewMessage;
import de.amtsbote.gateway.message.PartRole;
import de.amtsbote.gateway.message.Traits;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody at the operator API. */
final class Desk {

  static final String OPERATIONS = "/api/v1/operations";
  static final String BECAUSE = "{\"reason\": \"the office has moved\"}";

  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final int port;
  private final String token;

  Desk(int port, String token) {
    this.port = port;
    this.token = token;
  }

  static Desk operator(int port) {
    return new Desk(port, TestGateway.OPERATOR);
  }

  HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return CLIENT.send(request(path).GET().build(), BodyHandlers.ofString());
  }

  HttpResponse<byte[]> bytes(String path) throws IOException, InterruptedException {
    return CLIENT.send(request(path).GET().build(), BodyHandlers.ofByteArray());
  }

  HttpResponse<String> post(String path, String json) throws IOException, InterruptedException {
    return CLIENT.send(
        request(path)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(json))
            .build(),
        BodyHandlers.ofString());
  }

  JsonNode json(String path) throws IOException, InterruptedException {
    var answer = get(path);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return JSON.readTree(answer.body());
  }

  static JsonNode json(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return JSON.readTree(answer.body());
  }

  static void assertRefused(HttpResponse<String> answer, ErrorCode code) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(code.status());
    assertThat(JSON.readTree(answer.body()).path("code").asString()).isEqualTo(code.code());
  }

  /** A message that waits for an operator. */
  static MessageId parked(MessageStore store, String tenant, String standard) throws IOException {
    var id = received(store, tenant, standard);
    store.park(id, new GatewayException(ErrorCode.ROUTE_MISSING, "no route"));
    return id;
  }

  static MessageId received(MessageStore store, String tenant, String standard) throws IOException {
    try (var intake = store.intake()) {
      var xml = new ByteArrayInputStream("<a/>".getBytes(StandardCharsets.UTF_8));
      intake.add(PartRole.PAYLOAD, "payload", "application/xml", xml);
      var traits = new Traits(standard, "1.0", "0200", "psw:1", "ags:1", "umzug", null);
      var entry = new Entry(EntryKind.REST, "portal");
      return intake.commit(new NewMessage(tenant, entry, null, traits)).id();
    }
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://localhost:" + port + OPERATIONS + path))
        .header("Authorization", "Bearer " + token);
  }
}
