package de.amtsbote.gateway.cli.load;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/** Answers like a gateway that does what a good one must not do: stall, turn away, lose. */
final class PaperGateway implements AutoCloseable {

  /** What it does with one submission. */
  interface Habit {
    int status(int number) throws InterruptedException;
  }

  private static final String NOW = "2026-11-23T10:00:00Z";

  private final HttpServer server;
  private final ExecutorService clerks = Executors.newCachedThreadPool();
  private final List<String> keys = new CopyOnWriteArrayList<>();
  private final List<String> ids = new CopyOnWriteArrayList<>();
  private final List<String> services = new CopyOnWriteArrayList<>();
  private final Habit habit;
  private final boolean forgets;

  private PaperGateway(HttpServer server, Habit habit, boolean forgets) {
    this.server = server;
    this.habit = habit;
    this.forgets = forgets;
  }

  static PaperGateway open(boolean forgets, Habit habit) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    PaperGateway gateway = new PaperGateway(server, habit, forgets);
    server.setExecutor(gateway.clerks);
    server.createContext("/", gateway::answer);
    server.start();
    return gateway;
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  List<String> keys() {
    return keys;
  }

  /** What each submission was for; nothing of those that did not say. */
  List<String> services() {
    return services;
  }

  @Override
  public void close() {
    server.stop(0);
    clerks.shutdownNow();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      exchange.getRequestBody().readAllBytes();
      if (exchange.getRequestMethod().equals("POST")) {
        take(exchange);
      } else if (exchange.getRequestURI().getPath().endsWith("/messages")) {
        send(exchange, 200, "{\"messages\":[%s]}".formatted(listed()));
      } else {
        send(exchange, 404, "{}");
      }
    } catch (InterruptedException end) {
      Thread.currentThread().interrupt();
    }
  }

  private void take(HttpExchange exchange) throws IOException, InterruptedException {
    keys.add(exchange.getRequestHeaders().getFirst("Idempotency-Key"));
    Optional.ofNullable(exchange.getRequestHeaders().getFirst("Amtsbote-Service"))
        .ifPresent(services::add);
    int status = habit.status(keys.size());
    if (status != 202) {
      send(exchange, status, "{\"code\":\"AB-0000\"}");
      return;
    }
    String id = "00000000-0000-7000-8000-%012d".formatted(keys.size());
    ids.add(id);
    send(exchange, 202, "{\"id\":\"%s\",\"receivedAt\":\"%s\"}".formatted(id, NOW));
  }

  private String listed() {
    return forgets
        ? ""
        : ids.stream()
            .map(
                id ->
                    "{\"id\":\"%s\",\"state\":\"DELIVERED\",\"updatedAt\":\"%s\"}"
                        .formatted(id, NOW))
            .collect(Collectors.joining(","));
  }

  private static void send(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }
}
