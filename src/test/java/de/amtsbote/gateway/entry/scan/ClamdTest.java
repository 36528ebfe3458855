package de.amtsbote.gateway.entry.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.amtsbote.gateway.TestClamd;
import de.amtsbote.gateway.delivery.StallingServer;
import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.GatewayException;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Random;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class ClamdTest {

  private static final Duration SHORT = Duration.ofSeconds(2);

  @Test
  void harmlessContent_comesOutAsItWentIn() throws Exception {
    var content = new byte[300_000];
    new Random(1).nextBytes(content);

    try (var scanned = clamd(TestClamd.port()).scanned(new ByteArrayInputStream(content))) {
      assertThat(scanned.readAllBytes()).isEqualTo(content);
    }
  }

  @Test
  void contentReadOctetByOctet_comesOutAsItWentIn() throws Exception {
    try (var scanned = clamd(TestClamd.port()).scanned(of("abc"))) {
      assertThat(scanned.read()).isEqualTo('a');
      assertThat(scanned.read()).isEqualTo('b');
      assertThat(scanned.read()).isEqualTo('c');
      assertThat(scanned.read()).isEqualTo(-1);
    }
  }

  @Test
  void infectedContent_isNotReadToItsEnd() {
    assertFails(
        () -> {
          try (var scanned = clamd(TestClamd.port()).scanned(of(TestClamd.SIGNATURE))) {
            scanned.readAllBytes();
          }
        },
        ErrorCode.CONTENT_INFECTED,
        "Test-Signature");
  }

  @Test
  void scannerThatIsAway_letsNothingIn() {
    assertFails(() -> clamd(1).scanned(of("a")), ErrorCode.SCANNER_UNAVAILABLE, "does not answer");
  }

  @Test
  void scannerThatSaysSomethingElse_letsNothingIn() throws Exception {
    try (var other = StallingServer.silent()) {
      assertFails(
          () -> {
            try (var scanned = clamd(other.port(), SHORT).scanned(of("a"))) {
              scanned.readAllBytes();
            }
          },
          ErrorCode.SCANNER_UNAVAILABLE,
          "the virus scanner");
    }
  }

  private static Clamd clamd(int port) {
    return clamd(port, Duration.ofSeconds(30));
  }

  private static Clamd clamd(int port, Duration patience) {
    return new Clamd(new ScannerProperties("localhost", port, patience));
  }

  private static ByteArrayInputStream of(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII));
  }

  private static void assertFails(ThrowingCallable call, ErrorCode code, String details) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            GatewayException.class,
            it -> {
              assertThat(it.code()).isEqualTo(code);
              assertThat(it.details()).contains(details);
            });
  }
}
