package de.amtsbote.acceptance.fault;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** Stands between the gateway and the intermediary, and gets in the way as it is told. */
final class FaultProxy implements AutoCloseable {

  /** How it behaves. */
  enum Mode {
    /** Passes everything on. */
    THROUGH,
    /** Does not listen. */
    DOWN,
    /** Passes the answer on late, some so late that nobody waits any more. */
    SLOW,
    /** Answers with something that is no OSCI message. */
    GARBAGE,
    /** Reads the request and hangs up. */
    CLOSES,
    /** Passes the request on, and hangs up instead of giving the answer. */
    CLOSES_AFTER_IT_WAS_DONE
  }

  private static final int NO_BODY = -1;

  /** How long the gateway waits for an answer in the scenes with this proxy. */
  static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(3);

  private static final Duration LATE = ANSWER_TIMEOUT.multipliedBy(2);
  private static final List<String> RUBBISH =
      List.of(
          "<html><body>Bad Gateway</body></html>",
          "",
          "{\"error\": 17}",
          "<?xml version=\"1.0\"?><soap:Envelope xmlns:soap=\"http://schemas.xmlsoap.org/soap/env");

  private final HttpClient client =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
  private final ExecutorService clerks = Executors.newCachedThreadPool();
  private final AtomicInteger turns = new AtomicInteger();
  private final AtomicInteger hurt = new AtomicInteger();
  private final List<URI> backends;
  private final int port;
  private HttpServer server;
  private volatile Mode mode = Mode.THROUGH;

  private FaultProxy(List<URI> backends, int port) {
    this.backends = backends;
    this.port = port;
  }

  /**
   * Begins to pass on.
   *
   * @param backends nodes with the intermediary; one that does not listen is left out
   */
  static FaultProxy open(int port, List<URI> backends) throws IOException {
    FaultProxy proxy = new FaultProxy(backends, port);
    proxy.listen();
    return proxy;
  }

  void behave(Mode next) throws IOException {
    if (mode == Mode.DOWN && next != Mode.DOWN) {
      listen();
    }
    if (next == Mode.DOWN && mode != Mode.DOWN) {
      server.stop(0);
    }
    mode = next;
  }

  /** Requests that were not answered as they should. */
  int hurt() {
    return hurt.get();
  }

  @Override
  public void close() {
    if (mode != Mode.DOWN) {
      server.stop(0);
    }
    clerks.shutdownNow();
  }

  private void listen() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("localhost"), port), 0);
    server.setExecutor(clerks);
    server.createContext("/", this::handle);
    server.start();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      Mode now = mode;
      byte[] request = exchange.getRequestBody().readAllBytes();
      if (now != Mode.THROUGH) {
        hurt.incrementAndGet();
      }
      switch (now) {
        case GARBAGE -> answerRubbish(exchange);
        case CLOSES, DOWN -> exchange.close();
        case CLOSES_AFTER_IT_WAS_DONE -> pass(exchange, request);
        case SLOW -> answerLate(exchange, pass(exchange, request));
        case THROUGH -> answer(exchange, pass(exchange, request));
      }
    } catch (InterruptedException end) {
      Thread.currentThread().interrupt();
    }
  }

  private HttpResponse<byte[]> pass(HttpExchange exchange, byte[] body)
      throws IOException, InterruptedException {
    IOException last = null;
    int first = turns.getAndIncrement();
    for (int i = 0; i < backends.size(); i++) {
      URI backend = backends.get(Math.floorMod(first + i, backends.size()));
      try {
        return client.send(request(exchange, backend, body), BodyHandlers.ofByteArray());
      } catch (ConnectException down) {
        last = down;
      }
    }
    throw new IOException("no node listens", last);
  }

  private static HttpRequest request(HttpExchange exchange, URI backend, byte[] body) {
    return HttpRequest.newBuilder(backend.resolve(exchange.getRequestURI().getPath()))
        .timeout(Duration.ofSeconds(60))
        .header("Content-Type", exchange.getRequestHeaders().getFirst("Content-Type"))
        .POST(BodyPublishers.ofByteArray(body))
        .build();
  }

  private static void answer(HttpExchange exchange, HttpResponse<byte[]> response)
      throws IOException {
    response
        .headers()
        .firstValue("Content-Type")
        .ifPresent(type -> exchange.getResponseHeaders().set("Content-Type", type));
    byte[] body = response.body();
    exchange.sendResponseHeaders(response.statusCode(), body.length == 0 ? NO_BODY : body.length);
    if (body.length > 0) {
      exchange.getResponseBody().write(body);
    }
  }

  private static void answerLate(HttpExchange exchange, HttpResponse<byte[]> response)
      throws IOException {
    LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(LATE.toNanos()));
    answer(exchange, response);
  }

  private static void answerRubbish(HttpExchange exchange) throws IOException {
    int turn = ThreadLocalRandom.current().nextInt(RUBBISH.size());
    byte[] body = RUBBISH.get(turn).getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", turn % 2 == 0 ? "text/html" : "text/xml");
    exchange.sendResponseHeaders(200, body.length == 0 ? NO_BODY : body.length);
    if (body.length > 0) {
      exchange.getResponseBody().write(body);
    }
  }
}
