package de.amtsbote.gateway.way;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A portal: hands messages in and asks what became of them. */
final class PortalClient {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final URI messages;

  PortalClient(int port) {
    messages = URI.create("http://localhost:" + port + "/api/v1/messages");
  }

  /** An attachment and its name. */
  record File(String name, byte[] content) {}

  String submit(byte[] payload, File... attachments) throws IOException, InterruptedException {
    return submit(payload, Map.of(), Map.of(), attachments);
  }

  /** Hands in and returns the id of the message. */
  String submit(
      byte[] payload, Map<String, String> fields, Map<String, String> headers, File... attachments)
      throws IOException, InterruptedException {
    var body = new ByteArrayOutputStream();
    for (var field : new TreeMap<>(fields).entrySet()) {
      part(
          body,
          "name=\"" + field.getKey() + "\"",
          "text/plain",
          field.getValue().getBytes(StandardCharsets.UTF_8));
    }
    part(body, "name=\"payload\"; filename=\"payload.xml\"", "application/xml", payload);
    for (var it : attachments) {
      var name = "name=\"attachment\"; filename=\"" + it.name() + "\"";
      part(body, name, "application/pdf", it.content());
    }
    body.write("--cut--\r\n".getBytes(StandardCharsets.UTF_8));
    var request =
        request(messages)
            .header("Content-Type", "multipart/form-data; boundary=cut")
            .POST(BodyPublishers.ofByteArray(body.toByteArray()));
    headers.forEach(request::header);
    var answer = HTTP.send(request.build(), BodyHandlers.ofString());
    if (answer.statusCode() != 202) {
      throw new IllegalStateException(answer.statusCode() + " " + answer.body());
    }
    return JSON.readTree(answer.body()).path("id").asString();
  }

  /** Hands in a payload of another media type by itself and returns the id of the message. */
  String submitAs(String type, byte[] payload) throws IOException, InterruptedException {
    var request = request(messages).header("Content-Type", type);
    var body = BodyPublishers.ofByteArray(payload);
    var answer = HTTP.send(request.POST(body).build(), BodyHandlers.ofString());
    if (answer.statusCode() != 202) {
      throw new IllegalStateException(answer.statusCode() + " " + answer.body());
    }
    return JSON.readTree(answer.body()).path("id").asString();
  }

  /** The message as the portal sees it. */
  JsonNode message(String id) {
    return get(URI.create(messages + "/" + id));
  }

  /** The messages that any of their ids leads to. */
  JsonNode found(String anyId) {
    return get(URI.create(messages + "?anyId=" + anyId));
  }

  private static JsonNode get(URI uri) {
    try {
      return JSON.readTree(HTTP.send(request(uri).GET().build(), BodyHandlers.ofString()).body());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  String state(String id) {
    return message(id).path("state").asString();
  }

  private static HttpRequest.Builder request(URI uri) {
    return HttpRequest.newBuilder(uri).header("Authorization", "Bearer " + Town.PORTAL_TOKEN);
  }

  private static void part(ByteArrayOutputStream body, String name, String type, byte[] content)
      throws IOException {
    var head =
        "--cut\r\nContent-Disposition: form-data; %s\r\nContent-Type: %s\r\n\r\n"
            .formatted(name, type);
    body.write(head.getBytes(StandardCharsets.UTF_8));
    body.write(content);
    body.write("\r\n".getBytes(StandardCharsets.UTF_8));
  }
}
