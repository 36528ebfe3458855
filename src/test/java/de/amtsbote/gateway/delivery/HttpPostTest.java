package de.amtsbote.gateway.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.GatewayException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HttpPostTest {

  private record Request(Map<String, List<String>> headers, byte[] body) {

    String header(String name) {
      return headers.getOrDefault(name, List.of("")).get(0);
    }

    String text() {
      return new String(body, StandardCharsets.ISO_8859_1);
    }
  }

  private final List<Request> requests = new CopyOnWriteArrayList<>();
  private final CountDownLatch end = new CountDownLatch(1);
  private HttpServer server;
  private int status = 204;

  @BeforeEach
  void startServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/in", this::take);
    server.createContext("/silent", this::saynothing);
    server.start();
  }

  @AfterEach
  void stopServer() {
    end.countDown();
    server.stop(0);
  }

  @Test
  void payloadFormat_sendsThePayloadAsItIs() {
    post(DeliverySettings.Format.PAYLOAD).handOver(Handovers.of("d-1"));

    var expected = Handovers.PAYLOAD.getBytes(StandardCharsets.UTF_8);
    assertThat(requests).singleElement().satisfies(it -> assertThat(it.body()).isEqualTo(expected));
    assertThat(requests.get(0).header("Amtsbote-sha256")).isEqualTo(Handovers.sha256(expected));
  }

  @Test
  void deliveryId_isTheSameInARepeat() {
    var post = post(DeliverySettings.Format.PAYLOAD);

    post.handOver(Handovers.of("d-1"));
    post.handOver(Handovers.of("d-1"));

    assertThat(requests)
        .extracting(it -> it.header("Amtsbote-delivery-id"))
        .containsExactly("d-1", "d-1");
  }

  @Test
  void multipart_carriesMetadataPayloadAndAttachments() {
    post(DeliverySettings.Format.MULTIPART)
        .handOver(
            Handovers.of("d-1", Handovers.part("plan.pdf", "application/pdf", Handovers.PDF)));

    assertThat(requests.get(0).text())
        .contains(
            "name=\"metadata\"", "name=\"payload\"", "name=\"attachment\"; filename=\"plan.pdf\"")
        .contains("\r\n\r\n" + new String(Handovers.PDF, StandardCharsets.ISO_8859_1) + "\r\n--")
        .endsWith("--\r\n");
  }

  @Test
  void mediaTypeWithALineInIt_addsNoHeaderToThePart() {
    var type = "text/plain; x=\"a\r\nX-Evil: 1\r\n\r\nfoo\"";

    post(DeliverySettings.Format.MULTIPART)
        .handOver(Handovers.of("d-1", Handovers.part("a.txt", type, new byte[3])));

    assertThat(requests.get(0).text())
        .contains("Content-Type: application/octet-stream")
        .doesNotContain("\nX-Evil");
  }

  @Test
  void multipart_saysItsLengthBeforehand() {
    post(DeliverySettings.Format.MULTIPART)
        .handOver(Handovers.of("d-1", Handovers.part("empty", "text/plain", new byte[0])));

    assertThat(requests.get(0).header("Content-length"))
        .isEqualTo(Integer.toString(requests.get(0).body().length));
  }

  @Test
  void configuredHeaders_areSent() {
    post(DeliverySettings.Format.PAYLOAD).handOver(Handovers.of("d-1"));

    assertThat(requests.get(0).header("X-api-key")).isEqualTo("key");
  }

  @ParameterizedTest
  @CsvSource({
    "400, DELIVERY_REFUSED",
    "404, DELIVERY_REFUSED",
    "302, DELIVERY_REFUSED",
    "408, DELIVERY_UNAVAILABLE",
    "429, DELIVERY_UNAVAILABLE",
    "500, DELIVERY_UNAVAILABLE",
    "503, DELIVERY_UNAVAILABLE"
  })
  void status_decidesWhetherItMayGetBetter(int answer, ErrorCode code) {
    status = answer;

    assertThatThrownBy(() -> post(DeliverySettings.Format.PAYLOAD).handOver(Handovers.of("d-1")))
        .isInstanceOfSatisfying(
            GatewayException.class, it -> assertThat(it.code()).isEqualTo(code));
  }

  @Test
  void noAnswerInTime_mayGetBetter() {
    var post =
        new HttpPost("silent", settings("/silent", DeliverySettings.Format.PAYLOAD), null, null);

    assertThatThrownBy(() -> post.handOver(Handovers.of("d-1")))
        .isInstanceOfSatisfying(
            GatewayException.class,
            it -> assertThat(it.code()).isEqualTo(ErrorCode.DELIVERY_UNAVAILABLE));
  }

  @Test
  void partThatIsDamagedInTheStore_isNamedAsSuch() {
    var damaged =
        new HandoverPart(
            "plan.pdf",
            "application/pdf",
            10,
            "00",
            () -> {
              throw new GatewayException(ErrorCode.PART_DAMAGED, "chunk 0");
            });

    assertThatThrownBy(
            () -> post(DeliverySettings.Format.MULTIPART).handOver(Handovers.of("d-1", damaged)))
        .isInstanceOfSatisfying(
            GatewayException.class, it -> assertThat(it.code()).isEqualTo(ErrorCode.PART_DAMAGED));
  }

  private HttpPost post(DeliverySettings.Format format) {
    return new HttpPost("meldewesen", settings("/in", format), null, null);
  }

  private DeliverySettings settings(String path, DeliverySettings.Format format) {
    return DeliveryTestSettings.of(
        "kind",
        "http",
        "url",
        "http://localhost:" + server.getAddress().getPort() + path,
        "format",
        format,
        "headers.X-Api-Key",
        "key",
        "answer-timeout",
        "1500ms");
  }

  private void take(HttpExchange exchange) throws IOException {
    requests.add(
        new Request(exchange.getRequestHeaders(), exchange.getRequestBody().readAllBytes()));
    exchange.sendResponseHeaders(status, -1);
    exchange.close();
  }

  private void saynothing(HttpExchange exchange) throws IOException {
    try {
      end.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    exchange.close();
  }
}
