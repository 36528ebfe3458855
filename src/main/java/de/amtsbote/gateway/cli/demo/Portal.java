package de.amtsbote.gateway.cli.demo;

import de.amtsbote.gateway.cli.sample.Submission;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
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
    Submission.of(request, BodyPublishers.ofFile(application.payload()), application.attachments());
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
