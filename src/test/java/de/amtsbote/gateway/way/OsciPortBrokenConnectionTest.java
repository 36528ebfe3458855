package de.amtsbote.gateway.way;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class OsciPortBrokenConnectionTest {

  private static final int LARGER_THAN_MEMORY_OF_A_SPOOL_FILE = 9 << 20;

  private final OsciPort port = new OsciPort(Town.shared());

  @Test
  void connectionClosedInTheMiddle_leavesNothing() throws Exception {
    var id = port.issuedId();
    var order = port.order(id, LARGER_THAN_MEMORY_OF_A_SPOOL_FILE);
    var most = Arrays.copyOf(order, order.length - 1000);

    port.exchange(OsciPort.POST + "\r\nContent-Length: " + order.length, most, true);

    assertThat(port.hasDelivery(id)).isFalse();
    assertThat(port.isUnused(id)).isTrue();
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(() -> assertThat(port.spoolFiles()).isEmpty());
  }
}
