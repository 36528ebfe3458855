package de.amtsbote.gateway.delivery;

import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.GatewayException;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Set;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;

/**
 * Posts each message to a URL. Any 2xx answer means: taken over. The header {@code
 * Amtsbote-Delivery-Id} is the same for every attempt, so that the receiver can tell a repeat. The
 * name of the server is checked against its certificate, always.
 */
final class HttpPost implements Delivery {

  private static final Set<Integer> MAY_GET_BETTER = Set.of(408, 425, 429);

  private final String name;
  private final DeliverySettings settings;
  private final HttpClient client;
  private final RequestSigner signer;

  /**
   * Posts as these settings say.
   *
   * @param tls null for what the JDK trusts
   * @param signer null to sign nothing
   */
  HttpPost(String name, DeliverySettings settings, SSLContext tls, RequestSigner signer) {
    this.name = name;
    this.settings = settings;
    this.signer = signer;
    var builder =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(settings.connectTimeout());
    this.client = (tls == null ? builder : builder.sslContext(tls)).build();
  }

  @Override
  public void handOver(Handover handover) {
    try {
      check(send(request(handover)));
    } catch (IllegalArgumentException e) {
      throw new GatewayException(
          ErrorCode.CONTENT_UNSUITABLE,
          "delivery %s: no such request can be made".formatted(name),
          e);
    } catch (IOException e) {
      throw failure(e);
    }
  }

  /** Asks with HEAD; whatever the answer is, somebody is there whom we trust. */
  @Override
  public void probe() {
    try {
      send(
          HttpRequest.newBuilder(settings.url())
              .timeout(settings.answerTimeout())
              .method("HEAD", BodyPublishers.noBody())
              .build());
    } catch (IOException e) {
      throw failure(e);
    }
  }

  private int send(HttpRequest request) throws IOException {
    try {
      return client.send(request, new StatusOnly()).statusCode();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw unavailable("was interrupted", e);
    }
  }

  private GatewayException failure(IOException error) {
    var what =
        error instanceof SSLException
            ? "is not trusted, does not trust us, or has another name (TLS)"
            : "does not answer";
    return Failures.known(error).orElseGet(() -> unavailable(what, error));
  }

  private HttpRequest request(Handover handover) throws IOException {
    var request =
        HttpRequest.newBuilder(settings.url())
            .timeout(settings.answerTimeout())
            .header("Amtsbote-Delivery-Id", handover.deliveryId())
            .header("Amtsbote-Message-Id", handover.messageId());
    settings.headers().forEach(request::header);
    var isPayload = settings.format() == DeliverySettings.Format.PAYLOAD;
    if (signer != null) {
      var body =
          isPayload ? handover.payload().sha256() : RequestSigner.digest(HandoverForm.of(handover));
      signer.sign(request, handover.deliveryId(), body);
    }
    return isPayload
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
