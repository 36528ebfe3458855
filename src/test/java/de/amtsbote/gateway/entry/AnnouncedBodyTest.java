package de.amtsbote.gateway.entry;

import static org.assertj.core.api.Assertions.assertThat;

import de.amtsbote.gateway.GatewayTest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Callers whom nobody knows, with a head that promises a body. */
@GatewayTest
class AnnouncedBodyTest {

  @LocalServerPort int port;

  @Test
  void lengthThatIsNoNumberAnyMore_isRefused() throws Exception {
    assertThat(answer("/osci/somewhere", "text/xml", Long.MAX_VALUE - 1))
        .startsWith("HTTP/1.1 413");

    assertThat(Portal.at(port).submit("<a/>").status()).isEqualTo(202);
  }

  @Test
  void callerWithoutCertificate_isTurnedAwayFromXtaBeforeTheBodyComes() throws Exception {
    assertThat(answer("/xta/send", "application/soap+xml", 1_000_000))
        .startsWith("HTTP/1.1 500")
        .contains(">9012<");
  }

  private String answer(String path, String type, long length) throws IOException {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(20_000);
      var head =
          """
          POST %s HTTP/1.1
          Host: localhost
          Content-Type: %s
          Content-Length: %d

          """
              .formatted(path, type, length)
              .replace("\n", "\r\n");
      socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
      socket.getOutputStream().flush();
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
