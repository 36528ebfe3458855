package de.amtsbote.gateway.entry.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.amtsbote.gateway.TestClamd;
import de.amtsbote.gateway.delivery.StallingServer;
import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.GatewayException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Random;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class ClamdTest {

  private static final Duration SHORT = Duration.ofSeconds(2);
  private static final int LARGE = 16 << 20;

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
  void scanner_saysThatItIsThere() {
    assertThat(clamd(TestClamd.port()).isThere()).isTrue();
    assertThat(clamd(1).isThere()).isFalse();
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

  @Test
  void contentThatTheScannerCannotJudge_isToldFromAScannerThatIsAway() {
    assertFails(() -> read(of(TestClamd.TOO_MUCH)), ErrorCode.CONTENT_UNSCANNABLE, "size limit");
  }

  @Test
  void scannerThatGivesUpInTheMidst_isHeardAllTheSame() {
    var large =
        new SequenceInputStream(of(TestClamd.TOO_MUCH), new ByteArrayInputStream(new byte[LARGE]));

    assertFails(() -> read(large), ErrorCode.CONTENT_UNSCANNABLE, "size limit");
  }

  @Test
  void scannerThatHangsUpWithoutAWord_isAway() {
    assertFails(() -> read(of(TestClamd.GONE)), ErrorCode.SCANNER_UNAVAILABLE, "hung up");
  }

  @Test
  @Timeout(30)
  void scannerThatTakesNoMore_isAwayAfterItsTime() throws Exception {
    try (var still = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertFails(
          () -> {
            try (var scanned =
                clamd(still.getLocalPort(), SHORT)
                    .scanned(new ByteArrayInputStream(new byte[LARGE]))) {
              scanned.readAllBytes();
            }
          },
          ErrorCode.SCANNER_UNAVAILABLE,
          "took no more");
    }
  }

  private static void read(InputStream content) throws IOException {
    try (var scanned = clamd(TestClamd.port()).scanned(content)) {
      scanned.readAllBytes();
    }
  }

  private static Clamd clamd(int port) {
    return clamd(port, Duration.ofSeconds(30));
  }

  private static Clamd clamd(int port, Duration patience) {
    return new Clamd(new ScannerProperties("localhost", port, patience, patience));
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
