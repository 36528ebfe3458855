package de.amtsbote.gateway.way;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The head of an OSCI message stands in the body; what HTTP says about it does not count. */
class OsciPortForeignContentTypeTest {

  private final OsciPort port = new OsciPort(Town.shared());

  @ParameterizedTest
  @ValueSource(
      strings = {
        "image/png",
        "application/x-www-form-urlencoded",
        "multipart/form-data; boundary=x",
        "no type at all"
      })
  void orderUnderAnyContentType_isTaken(String contentType) throws Exception {
    var id = port.issuedId();
    var order = port.order(id, 1000);
    var head =
        OsciPort.POST + "\r\nContent-Type: " + contentType + "\r\nContent-Length: " + order.length;

    assertThat(port.exchange(head, order, false)).startsWith("HTTP/1.1 200").contains("osci_enc");
    assertThat(port.hasDelivery(id)).isTrue();
  }

  @Test
  void otherContent_isAFaultAndNothingIsTaken() throws Exception {
    var form = "a=1&b=2".getBytes(StandardCharsets.US_ASCII);
    var head =
        OsciPort.POST
            + "\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: "
            + form.length;

    assertThat(port.exchange(head, form, false))
        .contains("<osci:Code>9100</osci:Code>")
        .doesNotContain("Exception");
  }
}
