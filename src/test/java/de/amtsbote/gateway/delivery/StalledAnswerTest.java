package de.amtsbote.gateway.delivery;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A receiver that says it has the message and then does not end its answer. */
class StalledAnswerTest {

  private static final Duration SOON = Duration.ofSeconds(5);

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
        new DeliverySettings(
            DeliverySettings.Kind.HTTP,
            null,
            null,
            URI.create("http://localhost:" + server.port() + "/"),
            DeliverySettings.Format.PAYLOAD,
            Map.of(),
            Set.of(),
            Duration.ofSeconds(2),
            Duration.ofSeconds(4));
    assertTimeoutPreemptively(
        SOON,
        () ->
            assertThatCode(() -> new HttpPost("amt", settings).handOver(Handovers.of("d-1")))
                .doesNotThrowAnyException());
  }
}
