package de.amtsbote.gateway.entry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.amtsbote.gateway.GatewayTest;
import de.amtsbote.gateway.TestGateway;
import de.amtsbote.gateway.entry.limits.IntakeGate;
import de.amtsbote.gateway.message.ErrorCode;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@GatewayTest
class ConcurrencyExceededTest {

  @LocalServerPort int port;
  @Autowired IntakeGate gate;

  @Test
  void secondMessageAtTheSameTime_isRefused() throws Exception {
    var portal = new Portal(port, TestGateway.BROAD);
    try (var first = new SlowSender(port, TestGateway.BROAD, 4)) {
      await().atMost(Duration.ofSeconds(60)).until(() -> gate.status().rest() == 1);

      Later.assertRefused(portal.submit("<a/>"), ErrorCode.CONCURRENCY_EXCEEDED);

      first.send("a/>");
      assertThat(first.answer(15_000)).startsWith("HTTP/1.1 202");
    }
  }
}
