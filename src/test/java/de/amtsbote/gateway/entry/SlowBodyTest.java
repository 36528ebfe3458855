package de.amtsbote.gateway.entry;

import static org.assertj.core.api.Assertions.assertThat;

import de.amtsbote.gateway.TestGateway;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@TightGatewayTest
class SlowBodyTest {

  @LocalServerPort int port;
  @Autowired StoredMessages stored;

  @Test
  void silentSender_losesItsPlace() throws Exception {
    var before = stored.counts();
    try (var sender = new SlowSender(port, TestGateway.PORTAL, 1000)) {
      assertThat(sender.answer(20_000)).startsWith("HTTP/1.1 408").contains("AB-1032");
    }
    assertThat(stored.counts()).isEqualTo(before);
  }

  /** Each byte comes long before the connection would time out. */
  @Test
  void tricklingSender_losesItsPlace() throws Exception {
    var trickle = Executors.newSingleThreadScheduledExecutor();
    try (var sender = new SlowSender(port, TestGateway.PORTAL, 1_000_000)) {
      trickle.scheduleAtFixedRate(() -> drip(sender), 0, 100, TimeUnit.MILLISECONDS);

      assertThat(sender.answer(20_000)).startsWith("HTTP/1.1 408").contains("AB-1032");
    } finally {
      trickle.shutdownNow();
    }
  }

  @Test
  void headThatNeverEnds_losesTheConnection() throws Exception {
    try (var sender = new HeadOnly(port)) {
      assertThat(sender.isHungUpWithin(Duration.ofSeconds(20))).isTrue();
    }
  }

  private static void drip(SlowSender sender) {
    try {
      sender.send("x");
    } catch (IOException closed) {
      throw new java.io.UncheckedIOException(closed);
    }
  }
}
