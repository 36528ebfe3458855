package de.amtsbote.gateway.cli.load;

import de.amtsbote.gateway.cli.sample.Submission;
import java.io.FileNotFoundException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** The requests of a portal, without waiting for their answers. */
final class GatewayApi {

  private static final String MESSAGES = "/api/v1/messages";
  private static final Duration TO_CONNECT = Duration.ofSeconds(5);
  private static final Duration TO_ANSWER = Duration.ofSeconds(60);

  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(TO_CONNECT)
          .build();
  private final String token;
  private final String service;

  /**
   * Requests of an account.
   *
   * @param service what messages are handed in for; null for what follows from their content
   */
  GatewayApi(String token, String service) {
    this.token = token;
    this.service = service;
  }

  CompletableFuture<Answer> submit(URI gateway, Letter letter) {
    try {
      HttpRequest.Builder request =
          request(gateway.resolve(MESSAGES)).header("Idempotency-Key", letter.key());
      if (service != null) {
        request.header("Amtsbote-Service", service);
      }
      return send(
          Submission.of(request, BodyPublishers.ofByteArray(letter.payload()), letter.attachments())
              .build());
    } catch (FileNotFoundException gone) {
      return CompletableFuture.failedFuture(gone);
    }
  }

  /** A page of the tenant's messages, newest first. */
  Answer page(URI gateway, int limit, String cursor) {
    String query = "?limit=" + limit + (cursor == null ? "" : "&cursor=" + cursor);
    return send(request(gateway.resolve(MESSAGES + query)).GET().build()).join();
  }

  Answer message(URI gateway, String id) {
    return send(request(gateway.resolve(MESSAGES + "/" + id)).GET().build()).join();
  }

  private HttpRequest.Builder request(URI uri) {
    return HttpRequest.newBuilder(uri)
        .timeout(TO_ANSWER)
        .header("Authorization", "Bearer " + token);
  }

  private CompletableFuture<Answer> send(HttpRequest request) {
    return client
        .sendAsync(request, BodyHandlers.ofString())
        .handle((response, failure) -> failure == null ? Answer.of(response) : Answer.none());
  }
}
