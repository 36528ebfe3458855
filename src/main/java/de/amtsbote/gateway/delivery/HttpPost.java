package de.amtsbote.gateway.delivery;

import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.GatewayException;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.util.Set;

/**
 * Posts each message to a URL. Any 2xx answer means: taken over. The header {@code
 * Amtsbote-Delivery-Id} is the same for every attempt, so that the receiver can tell a repeat.
 */
final class HttpPost implements Delivery {

  private static final Set<Integer> MAY_GET_BETTER = Set.of(408, 425, 429);

  private final String name;
  private final DeliverySettings settings;
  private final HttpClient client;

  HttpPost(String name, DeliverySettings settings) {
    this.name = name;
    this.settings = settings;
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(settings.connectTimeout())
            .build();
  }

  @Override
  public void handOver(Handover handover) {
    try {
      check(client.send(request(handover), new StatusOnly()).statusCode());
    } catch (IllegalArgumentException e) {
      throw new GatewayException(
          ErrorCode.CONTENT_UNSUITABLE,
          "delivery %s: no such request can be made".formatted(name),
          e);
    } catch (IOException e) {
      throw Failures.known(e).orElseGet(() -> unavailable("does not answer", e));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw unavailable("was interrupted", e);
    }
  }

  private HttpRequest request(Handover handover) {
    var request =
        HttpRequest.newBuilder(settings.url())
            .timeout(settings.answerTimeout())
            .header("Amtsbote-Delivery-Id", handover.deliveryId())
            .header("Amtsbote-Message-Id", handover.messageId());
    settings.headers().forEach(request::header);
    return settings.format() == DeliverySettings.Format.PAYLOAD
        ? HttpBodies.payload(request, handover)
        : HttpBodies.multipart(request, handover);
  }

  private void check(int status) {
    if (status / 100 == 2) {
      return;
    }
    var details = "delivery %s answered with status %d".formatted(name, status);
    var transientFailure = status / 100 == 5 || MAY_GET_BETTER.contains(status);
    throw new GatewayException(
        transientFailure ? ErrorCode.DELIVERY_UNAVAILABLE : ErrorCode.DELIVERY_REFUSED, details);
  }

  private GatewayException unavailable(String what, Exception cause) {
    return new GatewayException(
        ErrorCode.DELIVERY_UNAVAILABLE, "delivery %s %s".formatted(name, what), cause);
  }
}
