package de.amtsbote.gateway.delivery.webhook;

import de.amtsbote.gateway.delivery.StatusOnly;
import de.amtsbote.gateway.delivery.signature.Signature;
import de.amtsbote.gateway.http.AskedPause;
import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.event.Event;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import tools.jackson.databind.json.JsonMapper;

/**
 * Posts one event to a portal. Redirects are not followed and the body of an answer is not waited
 * for.
 */
final class WebhookClient {

  private static final Set<Integer> PORTAL_IS_BUSY = Set.of(408, 425, 429);
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private final HttpClient client;
  private final Duration timeout;
  private final String source;
  private final Clock clock;

  WebhookClient(Duration timeout, String source, Clock clock) {
    this.timeout = timeout;
    this.source = source;
    this.clock = clock;
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(timeout)
            .build();
  }

  CompletableFuture<PushResult> send(WebhookTarget target, Event event) {
    var body = MAPPER.writeValueAsBytes(CloudEvent.of(event, source));
    var now = clock.instant();
    var request =
        HttpRequest.newBuilder(target.url())
            .timeout(timeout)
            .header("Content-Type", CloudEvent.MEDIA_TYPE + "; charset=utf-8")
            .header(Signature.TIME_HEADER, Long.toString(now.getEpochSecond()))
            .header(Signature.HEADER, Signature.of(target.secrets(), now, body))
            .POST(BodyPublishers.ofByteArray(body))
            .build();
    return client
        .sendAsync(request, new StatusOnly())
        .handle((answer, failure) -> failure == null ? result(answer) : unavailable(Duration.ZERO));
  }

  private static PushResult result(HttpResponse<Void> answer) {
    var status = answer.statusCode();
    if (status / 100 == 2) {
      return PushResult.TAKEN;
    }
    if (status / 100 == 5 || PORTAL_IS_BUSY.contains(status)) {
      return unavailable(AskedPause.of(answer.headers()).orElse(Duration.ZERO));
    }
    return new PushResult(ErrorCode.WEBHOOK_REFUSED, Duration.ZERO);
  }

  private static PushResult unavailable(Duration retryAfter) {
    return new PushResult(ErrorCode.WEBHOOK_UNAVAILABLE, retryAfter);
  }
}
