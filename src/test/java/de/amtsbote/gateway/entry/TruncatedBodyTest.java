package de.amtsbote.gateway.entry;

import static org.assertj.core.api.Assertions.assertThat;

import de.amtsbote.gateway.GatewayTest;
import de.amtsbote.gateway.TestGateway;
import de.amtsbote.gateway.message.ErrorCode;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@GatewayTest
class TruncatedBodyTest {

  @LocalServerPort int port;
  @Autowired StoredMessages stored;

  @Test
  void bodyThatEndsEarly_leavesNothing() throws Exception {
    assertLeavesNothing("Content-Length: 100000\r\n\r\n<a>" + "x".repeat(5_000));
  }

  @Test
  void chunkedBodyThatEndsEarly_leavesNothing() throws Exception {
    assertLeavesNothing("Transfer-Encoding: chunked\r\n\r\n1000\r\n<a>half of a chunk");
  }

  @Test
  void chunkThatIsNone_leavesNothing() throws Exception {
    assertLeavesNothing("Transfer-Encoding: chunked\r\n\r\nnonsense\r\n<a/>\r\n0\r\n\r\n");
  }

  private void assertLeavesNothing(String rest) throws Exception {
    var before = stored.counts();
    try (var socket = new Socket("localhost", port)) {
      var head =
          "POST /api/v1/messages HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
              + TestGateway.PORTAL
              + "\r\nContent-Type: application/xml\r\n";
      socket.getOutputStream().write((head + rest).getBytes(StandardCharsets.US_ASCII));
      socket.shutdownOutput();
      var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(answer).contains(ErrorCode.REQUEST_BROKEN.code());
    }
    assertThat(stored.counts()).isEqualTo(before);
    stored.assertNoFile();
  }
}
