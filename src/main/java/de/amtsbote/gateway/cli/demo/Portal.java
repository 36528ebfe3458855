package de.amtsbote.gateway.cli.demo;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A portal: hands applications in over HTTP and asks what became of them. */
final class Portal {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final HttpClient client = HttpClient.newHttpClient();
  private final JsonMapper json = JsonMapper.shared();
  private final URI messages;
  private final String token;

  Portal(URI gateway, String token) {
    this.messages = gateway.resolve("/api/v1/messages");
    this.token = token;
  }

  Answer submit(Application application) throws IOException, InterruptedException {
    HttpRequest.Builder request =
        request(messages).header("Idempotency-Key", application.idempotencyKey());
    if (application.attachments().isEmpty()) {
      request
          .header("Content-Type", "application/xml")
          .POST(BodyPublishers.ofFile(application.payload()));
    } else {
      String boundary = "part-" + UUID.randomUUID();
      request
          .header("Content-Type", "multipart/form-data; boundary=" + boundary)
          .POST(multipart(application, boundary));
    }
    return send(request.build());
  }

  Answer status(String messageId) throws IOException, InterruptedException {
    return send(request(URI.create(messages + "/" + messageId)).GET().build());
  }

  private HttpRequest.Builder request(URI uri) {
    return HttpRequest.newBuilder(uri).timeout(PATIENCE).header("Authorization", "Bearer " + token);
  }

  private Answer send(HttpRequest request) throws IOException, InterruptedException {
    HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
    JsonNode body = json.readTree(response.body().isEmpty() ? "{}" : response.body());
    return new Answer(response.statusCode(), body);
  }

  private static BodyPublisher multipart(Application application, String boundary)
      throws FileNotFoundException {
    List<BodyPublisher> parts = new ArrayList<>();
    parts.add(text(head(boundary, "payload", "payload.xml", "application/xml")));
    parts.add(BodyPublishers.ofFile(application.payload()));
    for (Attachment attachment : application.attachments()) {
      parts.add(
          text("\r\n" + head(boundary, "attachment", attachment.name(), attachment.mediaType())));
      parts.add(BodyPublishers.ofFile(attachment.content()));
    }
    parts.add(text("\r\n--" + boundary + "--\r\n"));
    return BodyPublishers.concat(parts.toArray(BodyPublisher[]::new));
  }

  private static String head(String boundary, String part, String fileName, String mediaType) {
    return "--%s\r\nContent-Disposition: form-data; name=\"%s\"; filename=\"%s\"\r\n"
            .formatted(boundary, part, fileName)
        + "Content-Type: %s\r\n\r\n".formatted(mediaType);
  }

  private static BodyPublisher text(String text) {
    return BodyPublishers.ofString(text, StandardCharsets.UTF_8);
  }

  /** The gateway's answer: HTTP status and JSON body. */
  record Answer(int status, JsonNode body) {

    boolean accepted() {
      return status / 100 == 2;
    }

    String text(String field) {
      return body.path(field).asString("");
    }
  }
}
