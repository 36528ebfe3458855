package de.amtsbote.gateway.way;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/** Somebody whom nobody knows announces an order as large as the disk and does not send it. */
class OsciPortAnnouncedBodyTest {

  private final Town town = Town.shared();

  @Test
  void announcedOrder_takesNoRoomFromOthers() throws Exception {
    var length = Files.getFileStore(town.folder).getUsableSpace() * 2 / 5;
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), town.port())) {
      var head = OsciPort.POST + "\r\nHost: localhost\r\nContent-Length: " + length + "\r\n\r\n";
      socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
      socket.getOutputStream().flush();
      awaitTaken(socket);

      assertThat(town.portal().submit(Samples.xdemo("0200/minimal.xml"))).isNotEmpty();
    }
  }

  /** It is refused at once, or the server waits for the rest. */
  private static void awaitTaken(Socket socket) throws IOException {
    socket.setSoTimeout(500);
    try {
      assertThat(socket.getInputStream().read()).isEqualTo('H');
    } catch (SocketTimeoutException waiting) {
      assertThat(waiting.bytesTransferred).isZero();
    }
  }
}
