package de.amtsbote.gateway.entry;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A client that announces a body and takes its time to send it. */
public final class SlowSender implements Closeable {

  private final Socket socket;

  SlowSender(int port, String token, int announced) throws IOException {
    this(port, token, "/api/v1/messages", "application/xml", announced);
  }

  public SlowSender(int port, String token, String path, String type, int announced)
      throws IOException {
    socket = new Socket(InetAddress.getLoopbackAddress(), port);
    send(
        "POST "
            + path
            + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAuthorization: Bearer "
            + token
            + "\r\nContent-Type: "
            + type
            + "\r\nContent-Length: "
            + announced
            + "\r\n\r\n<");
  }

  public void send(String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    socket.getOutputStream().flush();
  }

  /** The answer, to the end of the connection. */
  public String answer(int timeoutMillis) throws IOException {
    socket.setSoTimeout(timeoutMillis);
    return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
