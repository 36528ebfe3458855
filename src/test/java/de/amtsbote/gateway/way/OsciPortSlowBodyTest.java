package de.amtsbote.gateway.way;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class OsciPortSlowBodyTest {

  private final OsciPort port = new OsciPort(Town.shared());

  @Test
  void bodyThatStopsComing_isCutOff() throws Exception {
    var id = port.issuedId();
    var order = port.order(id, 9 << 20);
    var half = Arrays.copyOf(order, order.length / 2);

    var answer = port.exchange(OsciPort.POST + "\r\nContent-Length: " + order.length, half, false);

    assertThat(answer).doesNotContain("osci_enc");
    assertThat(port.hasDelivery(id)).isFalse();
    assertThat(port.isUnused(id)).isTrue();
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(() -> assertThat(port.spoolFiles()).isEmpty());
  }
}
