package de.amtsbote.gateway.operations;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/** Answers whoever connects with one error, in PostgreSQL's protocol 3.0 (ErrorResponse). */
final class RefusingServer implements AutoCloseable {

  private final ServerSocket socket;
  private final byte[] answer;
  private final AtomicInteger asked = new AtomicInteger();

  RefusingServer(String state) throws IOException {
    socket = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    answer = answer(state);
    var thread = new Thread(this::serve, "refusing-postgres");
    thread.setDaemon(true);
    thread.start();
  }

  int port() {
    return socket.getLocalPort();
  }

  int asked() {
    return asked.get();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }

  private void serve() {
    while (!socket.isClosed()) {
      try (var caller = socket.accept()) {
        refuse(caller);
      } catch (IOException e) {
        // the caller, or the test, has gone
      }
    }
  }

  private void refuse(Socket caller) throws IOException {
    var in = new DataInputStream(caller.getInputStream());
    in.skipNBytes(in.readInt() - Integer.BYTES);
    asked.incrementAndGet();
    caller.getOutputStream().write(answer);
    caller.getOutputStream().flush();
  }

  private static byte[] answer(String state) throws IOException {
    var fields = ("SFATAL\0VFATAL\0C" + state + "\0Mcanned\0\0").getBytes(StandardCharsets.UTF_8);
    var octets = new ByteArrayOutputStream();
    var out = new DataOutputStream(octets);
    out.writeByte('E');
    out.writeInt(Integer.BYTES + fields.length);
    out.write(fields);
    return octets.toByteArray();
  }
}
