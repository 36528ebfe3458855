package de.amtsbote.osci.endtoend;

import static de.amtsbote.osci.endtoend.Identities.ALICE;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import de.amtsbote.osci.http.OsciHttpHandler;
import de.amtsbote.osci.model.ControlBlock;
import de.amtsbote.osci.model.MessageType;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What arrives on the socket when no decent client sends it. */
class HttpBadInputTest {

  private final World world = World.strict();
  private final Peer alice = new Peer(world, ALICE);
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/osci", new OsciHttpHandler(world.endpoint(), Duration.ofSeconds(2)));
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
    threads.shutdownNow();
  }

  private byte[] order() throws IOException {
    return alice.compose(
        alice.order(MessageType.GET_MESSAGE_ID, ControlBlock.implicit(Peer.CHALLENGE)).build(),
        alice.signedAndEncrypted());
  }

  /** Sends a head and a body, and reads until the server closes the connection. */
  private String exchange(String head, byte[] body, boolean endOutput) throws IOException {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), server.getAddress().getPort())) {
      socket.setSoTimeout(20_000);
      var out = socket.getOutputStream();
      out.write(
          (head + "\r\nHost: localhost\r\nConnection: close\r\n\r\n")
              .getBytes(StandardCharsets.US_ASCII));
      writeUntilRefused(out, body);
      if (endOutput) {
        socket.shutdownOutput();
      }
      return readUntilClosed(socket);
    }
  }

  private static String readUntilClosed(Socket socket) {
    var answer = new ByteArrayOutputStream();
    try {
      socket.getInputStream().transferTo(answer);
    } catch (IOException e) {
      // a reset is an end too
    }
    return answer.toString(StandardCharsets.ISO_8859_1);
  }

  /** A server that refuses early may close the connection while we still write. */
  private static void writeUntilRefused(OutputStream out, byte[] body) {
    try {
      out.write(body);
      out.flush();
    } catch (IOException e) {
      // its answer, or the end, is read next
    }
  }

  @Test
  void anyContentType_isTaken() throws Exception {
    var order = order();
    var head = "POST /osci HTTP/1.1\r\nContent-Type: image/png\r\nContent-Length: " + order.length;

    assertThat(exchange(head, order, false)).startsWith("HTTP/1.1 200").contains("osci_enc");
  }

  @Test
  void chunkedBody_isTaken() throws Exception {
    var order = order();
    var head = "POST /osci HTTP/1.1\r\nTransfer-Encoding: chunked";
    var body = new ByteArrayOutputStream();
    body.write((Integer.toHexString(order.length) + "\r\n").getBytes(StandardCharsets.US_ASCII));
    body.write(order);
    body.write("\r\n0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));

    assertThat(exchange(head, body.toByteArray(), false)).contains("osci_enc");
  }

  @Test
  void bodyWithoutLength_isAFault() throws Exception {
    assertThat(exchange("POST /osci HTTP/1.1", new byte[0], false))
        .startsWith("HTTP/1.1 200")
        .contains("<osci:Code>9100</osci:Code>");
  }

  @Test
  void otherMethod_isNotAllowed() throws Exception {
    assertThat(exchange("GET /osci HTTP/1.1", new byte[0], false)).startsWith("HTTP/1.1 405");
  }

  @Test
  void hugeHeaders_areRefused() throws Exception {
    var order = order();
    var head = new StringBuilder("POST /osci HTTP/1.1\r\nContent-Length: " + order.length);
    for (int i = 0; i < 500; i++) {
      head.append("\r\nX-").append(i).append(": ").append("x".repeat(1000));
    }

    assertThat(exchange(head.toString(), order, false)).doesNotContain("osci_enc");
  }

  @Test
  void connectionClosedInTheMiddle_isNotTakenOver() throws Exception {
    var order = order();
    var half = Arrays.copyOf(order, order.length / 2);
    var head = "POST /osci HTTP/1.1\r\nContent-Length: " + order.length;

    assertThat(exchange(head, half, true)).doesNotContain("osci_enc");
  }

  @Test
  void bodyThatDoesNotCome_isCutOff() throws Exception {
    var head = "POST /osci HTTP/1.1\r\nContent-Length: 1000000";

    assertThat(exchange(head, "MIME".getBytes(StandardCharsets.US_ASCII), false))
        .doesNotContain("osci_enc");
  }
}
