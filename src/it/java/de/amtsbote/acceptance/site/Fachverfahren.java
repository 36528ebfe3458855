package de.amtsbote.acceptance.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A Fachverfahren that takes everything by HTTP POST and remembers it. */
public final class Fachverfahren implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int NO_BODY = -1;

  private final HttpServer server;
  private final ExecutorService clerks = Executors.newCachedThreadPool();
  private final List<Delivery> deliveries = new CopyOnWriteArrayList<>();
  private final AtomicInteger waiting = new AtomicInteger();
  private volatile CountDownLatch gate = new CountDownLatch(0);

  private Fachverfahren(HttpServer server) {
    this.server = server;
  }

  /** Listens on a free port. */
  public static Fachverfahren open() throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    Fachverfahren opened = new Fachverfahren(server);
    server.setExecutor(opened.clerks);
    server.createContext("/", opened::take);
    server.start();
    return opened;
  }

  /** Where it takes deliveries. */
  public URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/eingang");
  }

  /** Lets everybody who delivers wait for the answer from now on. */
  public void hold() {
    gate = new CountDownLatch(1);
  }

  /** Gives those who wait their answer. */
  public void goOn() {
    gate.countDown();
  }

  /** How many wait for their answer, the dead included. */
  public int waiting() {
    return waiting.get();
  }

  /** Waits for the delivery that has a part with this SHA-256. */
  public Delivery awaitPart(String sha256) {
    await("part " + sha256 + " arrives")
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(deliveriesOf(sha256)).isNotEmpty());
    return deliveriesOf(sha256).get(0);
  }

  /** All deliveries that have a part with this SHA-256. */
  public List<Delivery> deliveriesOf(String sha256) {
    return deliveries.stream().filter(delivery -> delivery.has(sha256)).toList();
  }

  /** Everything that was delivered so far, repeats included. */
  public List<Delivery> deliveries() {
    return List.copyOf(deliveries);
  }

  @Override
  public void close() {
    server.stop(0);
    clerks.shutdownNow();
  }

  private void awaitGate() {
    waiting.incrementAndGet();
    try {
      gate.await(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
    } finally {
      waiting.decrementAndGet();
    }
  }

  private void take(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      awaitGate();
      deliveries.add(
          new Delivery(
              String.valueOf(exchange.getRequestHeaders().getFirst("Amtsbote-Delivery-Id")),
              Multipart.parts(
                  String.valueOf(exchange.getRequestHeaders().getFirst("Content-Type")), body),
              headers(exchange, body)));
      exchange.sendResponseHeaders(204, NO_BODY);
    }
  }

  /** The headers of the gateway, and the SHA-256 of the body as {@code body}. */
  private static Map<String, String> headers(HttpExchange exchange, byte[] body) {
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, values.get(0)));
    headers.keySet().removeIf(name -> !name.toLowerCase(Locale.ROOT).startsWith("amtsbote-"));
    headers.put("body", Sha256.of(body));
    return headers;
  }
}
