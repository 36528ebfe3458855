package de.amtsbote.gateway.delivery;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A receiver that says it has the message and then does not end its answer. */
class StalledAnswerTest {

  private static final Duration SOON = Duration.ofSeconds(30);

  @Test
  void bodyThatDoesNotCome_isNotWaitedFor() throws Exception {
    try (var server = StallingServer.silent()) {
      assertHandsOver(server);
    }
  }

  @Test
  void bodyThatDoesNotEnd_isNotRead() throws Exception {
    try (var server = StallingServer.endless()) {
      assertHandsOver(server);
    }
  }

  private static void assertHandsOver(StallingServer server) throws IOException {
    var settings =
        DeliveryTestSettings.of(
            "kind",
            "http",
            "url",
            "http://localhost:" + server.port() + "/",
            "format",
            "payload",
            "answer-timeout",
            "60s");
    assertTimeoutPreemptively(
        SOON,
        () ->
            assertThatCode(
                    () -> new HttpPost("amt", settings, null, null).handOver(Handovers.of("d-1")))
                .doesNotThrowAnyException());
  }
}
