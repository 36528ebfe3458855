package de.amtsbote.gateway.entry;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** A client that begins a request and never ends its head. */
final class HeadOnly implements Closeable {

  private final Socket socket;

  HeadOnly(int port) throws IOException {
    socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket
        .getOutputStream()
        .write("POST /api/v1/messages HTTP/1.1\r\nHost: loc".getBytes(StandardCharsets.US_ASCII));
  }

  boolean isHungUpWithin(Duration time) throws IOException {
    socket.setSoTimeout((int) time.toMillis());
    try {
      socket.getInputStream().readAllBytes();
      return true;
    } catch (SocketTimeoutException e) {
      return false;
    } catch (SocketException reset) {
      return true;
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
