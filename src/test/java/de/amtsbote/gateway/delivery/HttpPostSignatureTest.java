package de.amtsbote.gateway.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpServer;
import de.amtsbote.gateway.TestClock;
import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.GatewayException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A receiver that knows the secret can tell that the gateway sent just this, just now. */
class HttpPostSignatureTest {

  private static final String SECRET = "a-secret-of-at-least-thirty-two-bytes";
  private static final String NEXT = "the-secret-that-will-replace-the-first";
  private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");

  @TempDir Path folder;
  private final TestClock clock = new TestClock(NOW);
  private HttpServer server;
  private Headers headers;
  private byte[] body;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/in",
        exchange -> {
          headers = exchange.getRequestHeaders();
          body = exchange.getRequestBody().readAllBytes();
          exchange.sendResponseHeaders(204, -1);
          exchange.close();
        });
    server.start();
    Files.writeString(folder.resolve("secret"), SECRET + "\n");
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @ParameterizedTest
  @EnumSource(DeliverySettings.Format.class)
  void signature_coversTimeDeliveryIdAndBody(DeliverySettings.Format format) throws Exception {
    post(format, false).handOver(withAttachment());

    var digest = Handovers.sha256(body);
    assertThat(headers.getFirst("Amtsbote-Body-Sha256")).isEqualTo(digest);
    assertThat(headers.getFirst("Amtsbote-Timestamp")).isEqualTo("1795424400");
    assertThat(headers.getFirst("Amtsbote-Signature"))
        .isEqualTo("v1=" + hmac(SECRET, "1795424400.d-1." + digest));
  }

  @Test
  void bothSecrets_signWhileTheyChange() throws Exception {
    Files.writeString(folder.resolve("next"), NEXT);

    post(DeliverySettings.Format.PAYLOAD, true).handOver(Handovers.of("d-1"));

    var signed = "1795424400.d-1." + Handovers.sha256(body);
    assertThat(headers.getFirst("Amtsbote-Signature"))
        .isEqualTo("v1=" + hmac(SECRET, signed) + ",v1=" + hmac(NEXT, signed));
  }

  @Test
  void newSecretInTheFile_signsTheNextRequest() throws Exception {
    var post = post(DeliverySettings.Format.PAYLOAD, false);
    Files.writeString(folder.resolve("secret"), NEXT);

    post.handOver(Handovers.of("d-1"));

    assertThat(headers.getFirst("Amtsbote-Signature"))
        .isEqualTo("v1=" + hmac(NEXT, "1795424400.d-1." + Handovers.sha256(body)));
  }

  @Test
  void repeat_isSignedAnewUnderTheSameDeliveryId() {
    var post = post(DeliverySettings.Format.MULTIPART, false);
    post.handOver(withAttachment());
    var first = headers.getFirst("Amtsbote-Body-Sha256");
    clock.advance(Duration.ofMinutes(5));

    post.handOver(withAttachment());

    assertThat(headers.getFirst("Amtsbote-Timestamp")).isEqualTo("1795424700");
    assertThat(headers.getFirst("Amtsbote-Delivery-Id")).isEqualTo("d-1");
    assertThat(headers.getFirst("Amtsbote-Body-Sha256")).isEqualTo(first);
  }

  @Test
  void secretThatIsTooShort_isNamedAtTheStart() throws Exception {
    Files.writeString(folder.resolve("secret"), "short");

    assertThatThrownBy(() -> post(DeliverySettings.Format.PAYLOAD, false))
        .isInstanceOfSatisfying(
            GatewayException.class,
            it -> {
              assertThat(it.code()).isEqualTo(ErrorCode.CONFIGURATION_INVALID);
              assertThat(it.getMessage()).contains("secret.file").doesNotContain("short\n");
            });
  }

  private static Handover withAttachment() {
    return Handovers.of("d-1", Handovers.part("plan.pdf", "application/pdf", Handovers.PDF));
  }

  private HttpPost post(DeliverySettings.Format format, boolean next) {
    var file = folder.resolve("secret");
    var settings =
        DeliveryTestSettings.of(
            "kind",
            "http",
            "format",
            format,
            "url",
            "http://localhost:" + server.getAddress().getPort() + "/in",
            "secret.file",
            file,
            next ? "secret.next-file" : "partner",
            next ? folder.resolve("next") : "none");
    return new HttpPost("amt", settings, null, RequestSigner.of("amt", settings.secret(), clock));
  }

  private static String hmac(String secret, String text) throws Exception {
    var mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
    return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.US_ASCII)));
  }
}
