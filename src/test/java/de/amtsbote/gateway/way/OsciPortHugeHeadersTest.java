package de.amtsbote.gateway.way;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OsciPortHugeHeadersTest {

  private final OsciPort port = new OsciPort(Town.shared());

  @Test
  void hugeHeader_isRefusedBeforeItIsRead() throws Exception {
    var id = port.issuedId();
    var order = port.order(id, 1000);
    var head =
        OsciPort.POST
            + "\r\nContent-Length: "
            + order.length
            + "\r\nX-Large: "
            + "x".repeat(100_000);

    assertThat(port.exchange(head, order, false)).startsWith("HTTP/1.1 400").contains("AB-1009");
    assertThat(port.hasDelivery(id)).isFalse();
  }

  @Test
  void manyHeaders_areRefused() throws Exception {
    var id = port.issuedId();
    var order = port.order(id, 1000);
    var head = new StringBuilder(OsciPort.POST + "\r\nContent-Length: " + order.length);
    for (var i = 0; i < 2000; i++) {
      head.append("\r\nX-").append(i).append(": x");
    }

    assertThat(port.exchange(head.toString(), order, false)).startsWith("HTTP/1.1 400");
    assertThat(port.hasDelivery(id)).isFalse();
  }
}
