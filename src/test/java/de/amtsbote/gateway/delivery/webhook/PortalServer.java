package de.amtsbote.gateway.delivery.webhook;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import de.amtsbote.gateway.delivery.signature.Signature;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A portal that takes events, and answers as a test wants it to. */
final class PortalServer implements Closeable {

  final List<Call> calls = new CopyOnWriteArrayList<>();
  private final HttpServer server;
  private volatile Function<Call, Integer> answer = call -> 204;
  private volatile String location;
  private volatile String retryAfter;

  PortalServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::take);
    server.start();
  }

  URI url() {
    return URI.create("http://localhost:" + server.getAddress().getPort() + "/events");
  }

  void answers(int status) {
    answer = call -> status;
  }

  void answers(Function<Call, Integer> status) {
    answer = status;
  }

  void redirectsTo(String target) {
    location = target;
    answers(302);
  }

  void asksToWait(int seconds) {
    retryAfter = Integer.toString(seconds);
    answers(503);
  }

  List<String> events() {
    return calls.stream().map(call -> call.json().path("id").asString()).toList();
  }

  private void take(HttpExchange exchange) throws IOException {
    var call =
        new Call(
            exchange.getRequestURI().getPath(),
            exchange.getRequestHeaders().getFirst("Content-Type"),
            exchange.getRequestHeaders().getFirst(Signature.TIME_HEADER),
            exchange.getRequestHeaders().getFirst(Signature.HEADER),
            exchange.getRequestBody().readAllBytes());
    calls.add(call);
    if (location != null) {
      exchange.getResponseHeaders().set("Location", location);
    }
    if (retryAfter != null) {
      exchange.getResponseHeaders().set("Retry-After", retryAfter);
    }
    exchange.sendResponseHeaders(answer.apply(call), -1);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }

  record Call(String path, String contentType, String timestamp, String signature, byte[] body) {

    JsonNode json() {
      return JsonMapper.builder().build().readTree(body);
    }

    String text() {
      return new String(body, StandardCharsets.UTF_8);
    }
  }
}
