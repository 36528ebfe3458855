package de.amtsbote.gateway.entry;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A client that announces a body and takes its time to send it. */
final class SlowSender implements Closeable {

  private final Socket socket;

  SlowSender(int port, String token, int announced) throws IOException {
    socket = new Socket(InetAddress.getLoopbackAddress(), port);
    send(
        "POST /api/v1/messages HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAuthorization: Bearer "
            + token
            + "\r\nContent-Type: application/xml\r\nContent-Length: "
            + announced
            + "\r\n\r\n<");
  }

  void send(String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    socket.getOutputStream().flush();
  }

  /** The answer, to the end of the connection. */
  String answer(int timeoutMillis) throws IOException {
    socket.setSoTimeout(timeoutMillis);
    return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
