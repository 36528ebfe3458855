package de.amtsbote.gateway.way;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class OsciPortBodyWithoutLengthTest {

  private final OsciPort port = new OsciPort(Town.shared());

  @Test
  void missingBody_isAFault() throws Exception {
    assertThat(port.exchange(OsciPort.POST, new byte[0], false))
        .startsWith("HTTP/1.1 200")
        .contains("<osci:Code>9100</osci:Code>");
  }

  @Test
  void chunkedBody_isTaken() throws Exception {
    var id = port.issuedId();
    var order = port.order(id, 1000);
    var body = new ByteArrayOutputStream();
    body.write((Integer.toHexString(order.length) + "\r\n").getBytes(StandardCharsets.US_ASCII));
    body.write(order);
    body.write("\r\n0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));

    var answer =
        port.exchange(OsciPort.POST + "\r\nTransfer-Encoding: chunked", body.toByteArray(), false);

    assertThat(answer).contains("osci_enc");
    assertThat(port.hasDelivery(id)).isTrue();
  }

  @Test
  void chunkedBodyThatBreaksOff_isNotTaken() throws Exception {
    var id = port.issuedId();
    var order = port.order(id, 1000);
    var body = new ByteArrayOutputStream();
    body.write((Integer.toHexString(order.length) + "\r\n").getBytes(StandardCharsets.US_ASCII));
    body.write(order, 0, order.length - 10);

    port.exchange(OsciPort.POST + "\r\nTransfer-Encoding: chunked", body.toByteArray(), true);

    assertThat(port.hasDelivery(id)).isFalse();
    assertThat(port.isUnused(id)).isTrue();
  }
}
