package de.amtsbote.gateway.delivery.xta;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import de.amtsbote.gateway.TestXta;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** An XTA server that answers whatever a test wants it to. */
public final class CannedServer implements AutoCloseable {

  private static final String SOAP = "application/soap+xml; charset=utf-8";

  private final HttpsServer server;
  private final Function<String, Answer> answers;
  private final List<String> requests = new CopyOnWriteArrayList<>();

  /** What it answers. */
  public record Answer(int status, String type, String text) {}

  /** Answers what this says to the text of a request. */
  public CannedServer(Function<String, Answer> answers) throws IOException {
    this.answers = answers;
    server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(TestXta.serverTls()));
    server.createContext("/", this::answer);
    server.start();
  }

  /** An answer in one piece. */
  public static Answer soap(String envelope) {
    return new Answer(200, SOAP, envelope);
  }

  /** A fault. */
  static Answer fault(String envelope) {
    return new Answer(500, SOAP, envelope);
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      var request = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      requests.add(request);
      var answer = answers.apply(request);
      var octets = answer.text().getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", answer.type());
      exchange.sendResponseHeaders(answer.status(), octets.length);
      exchange.getResponseBody().write(octets);
    }
  }

  /** What was asked, the oldest first. */
  public List<String> requests() {
    return List.copyOf(requests);
  }

  /** Where it listens. */
  public int port() {
    return server.getAddress().getPort();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
