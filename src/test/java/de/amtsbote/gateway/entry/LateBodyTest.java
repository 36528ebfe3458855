package de.amtsbote.gateway.entry;

import static org.assertj.core.api.Assertions.assertThat;

import de.amtsbote.gateway.GatewayTest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A sender who is refused by the head of his request, and only then sends the body. */
@GatewayTest
class LateBodyTest {

  private static final String HEAD =
      """
      POST /api/v1/messages HTTP/1.1
      Host: localhost
      Authorization: Bearer token-of-portal
      Content-Type: application/pdf
      Content-Length: 1000000

      """
          .replace("\n", "\r\n");

  @LocalServerPort int port;

  @Test
  void bodyThatComesAfterItsRefusal_doesNotBreakTheConnection() throws Exception {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(20_000);
      write(socket, HEAD);
      var begin = new String(socket.getInputStream().readNBytes(12), StandardCharsets.UTF_8);

      write(socket, "x".repeat(1_000_000));

      var rest = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(begin).isEqualTo("HTTP/1.1 415");
      assertThat(rest).contains("AB-1003");
    }
  }

  @Test
  void answerBeforeTheBody_saysThatTheConnectionCloses() throws Exception {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      write(socket, HEAD);

      socket.setSoTimeout(20_000);
      var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

      assertThat(answer).startsWith("HTTP/1.1 415").containsIgnoringCase("\r\nConnection: close");
    }
  }

  /** More than fits into the buffers of a connection. */
  @ParameterizedTest
  @CsvSource({"pdf, 4000000, 415, AB-1003", "xml, 14000000, 413, AB-1002"})
  void largeBodyThatComesAfterItsRefusal_doesNotBreakTheConnection(
      String type, int length, int status, String code) throws Exception {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(20_000);
      write(socket, HEAD.replace("pdf", type).replace("1000000", Integer.toString(length)));
      var begin = new String(socket.getInputStream().readNBytes(12), StandardCharsets.UTF_8);

      write(socket, "x".repeat(length));

      var rest = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(begin).isEqualTo("HTTP/1.1 " + status);
      assertThat(rest).contains(code);
    }
  }

  private static void write(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    socket.getOutputStream().flush();
  }
}
