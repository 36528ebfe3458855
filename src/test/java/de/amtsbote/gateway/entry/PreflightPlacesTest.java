package de.amtsbote.gateway.entry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.amtsbote.gateway.GatewayTest;
import de.amtsbote.gateway.TestGateway;
import de.amtsbote.gateway.entry.limits.IntakeGate;
import de.amtsbote.gateway.message.ErrorCode;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Questions that take long are in nobody's way. */
@GatewayTest
class PreflightPlacesTest {

  private static final Duration SOON = Duration.ofSeconds(10);

  private final List<SlowSender> senders = new ArrayList<>();

  @LocalServerPort int port;
  @Autowired IntakeGate gate;

  @AfterEach
  void hangUp() throws IOException {
    for (var sender : senders) {
      sender.close();
    }
    await().atMost(Duration.ofSeconds(60)).until(() -> ask(TestGateway.PORTAL).status() == 200);
  }

  @Test
  void accountThatAsksAsMuchAsItMay_leavesPlacesToOthersAndAllPlacesToMessages() throws Exception {
    slow(TestGateway.PORTAL, Math.max(1, gate.status().places() / 8));
    await().atMost(SOON).until(() -> ask(TestGateway.PORTAL).status() == 429);

    assertThat(ask(TestGateway.PORTAL).field("code"))
        .isEqualTo(ErrorCode.CONCURRENCY_EXCEEDED.code());
    assertThat(ask(TestGateway.OTHER_TENANT).status()).isEqualTo(200);
    assertThat(gate.status().rest()).isZero();
    assertThat(Portal.at(port).submit("<a/>").status()).isEqualTo(202);
  }

  @Test
  void question_countsAmongWhatAnAccountDoesAtTheSameTime() throws Exception {
    slow(TestGateway.BROAD, 1);

    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                Later.assertRefused(
                    new Portal(port, TestGateway.BROAD).submit("<a/>"),
                    ErrorCode.CONCURRENCY_EXCEEDED));
  }

  private Portal.Answer ask(String token) throws Exception {
    return new Portal(port, token)
        .post(
            PreflightController.PATH,
            BodyPublishers.ofString("{\"reader\": \"ags:1\"}"),
            "Content-Type",
            "application/json");
  }

  private void slow(String token, int count) throws IOException {
    for (var i = 0; i < count; i++) {
      senders.add(
          new SlowSender(port, token, PreflightController.PATH, "application/xml", 100_000));
    }
  }
}
