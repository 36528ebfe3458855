package de.amtsbote.gateway.delivery;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Answers with the head of an answer, and with nothing or without end behind it. */
public final class StallingServer implements Closeable {

  private final ServerSocket server;
  private final List<Socket> lines = new CopyOnWriteArrayList<>();
  private final String head;
  private final boolean endless;

  private StallingServer(ServerSocket server, String head, boolean endless) {
    this.server = server;
    this.head = head;
    this.endless = endless;
    var thread = new Thread(this::serve, "stalling");
    thread.setDaemon(true);
    thread.start();
  }

  /** Promises a body and sends none. */
  public static StallingServer silent() throws IOException {
    return new StallingServer(
        new ServerSocket(0, 50, InetAddress.getLoopbackAddress()),
        "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n",
        false);
  }

  /** Sends a body without end. */
  public static StallingServer endless() throws IOException {
    return new StallingServer(
        new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), "HTTP/1.1 200 OK\r\n\r\n", true);
  }

  /** Answers so on a server socket of the test. */
  public static StallingServer silent(ServerSocket server, String contentType) {
    return new StallingServer(
        server,
        "HTTP/1.1 200 OK\r\nContent-Type: %s\r\nContent-Length: 100\r\n\r\n".formatted(contentType),
        false);
  }

  /** Where it listens. */
  public int port() {
    return server.getLocalPort();
  }

  private void serve() {
    while (!server.isClosed()) {
      try {
        var line = server.accept();
        lines.add(line);
        var thread = new Thread(() -> answer(line), "stalling-line");
        thread.setDaemon(true);
        thread.start();
      } catch (IOException e) {
        return;
      }
    }
  }

  private void answer(Socket line) {
    try {
      line.getInputStream().read(new byte[64 * 1024]);
      var out = line.getOutputStream();
      out.write(head.getBytes(StandardCharsets.US_ASCII));
      out.flush();
      var some = new byte[8 * 1024];
      while (endless) {
        out.write(some);
      }
    } catch (IOException e) {
      // the caller has gone, as it should
    }
  }

  @Override
  public void close() {
    try {
      server.close();
      for (var line : lines) {
        line.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
