package de.amtsbote.acceptance.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsExchange;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
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
import javax.net.ssl.SSLParameters;

/** A Fachverfahren that takes everything by HTTP POST and remembers it. */
public final class Fachverfahren implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int NO_BODY = -1;

  private final HttpServer server;
  private final String scheme;
  private final ExecutorService clerks = Executors.newCachedThreadPool();
  private final List<Delivery> deliveries = new CopyOnWriteArrayList<>();
  private final AtomicInteger waiting = new AtomicInteger();
  private volatile CountDownLatch gate = new CountDownLatch(0);

  private Fachverfahren(HttpServer server, String scheme) {
    this.server = server;
    this.scheme = scheme;
  }

  /** Listens on a free port. */
  public static Fachverfahren open() throws IOException {
    return opened(HttpServer.create(anyPort(), 0), "http");
  }

  /**
   * The same over TLS, for those who hold a certificate of its authority.
   *
   * @param certificates a sample PKI with a server certificate
   */
  static Fachverfahren openForKnown(Path certificates) throws IOException {
    HttpsServer server = HttpsServer.create(anyPort(), 0);
    server.setHttpsConfigurator(
        new HttpsConfigurator(Tls.of(certificates, "server")) {
          @Override
          public void configure(HttpsParameters parameters) {
            SSLParameters strict = getSSLContext().getDefaultSSLParameters();
            strict.setNeedClientAuth(true);
            parameters.setSSLParameters(strict);
          }
        });
    return opened(server, "https");
  }

  private static InetSocketAddress anyPort() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
  }

  private static Fachverfahren opened(HttpServer server, String scheme) {
    Fachverfahren opened = new Fachverfahren(server, scheme);
    server.setExecutor(opened.clerks);
    server.createContext("/", opened::take);
    server.start();
    return opened;
  }

  /** Where it takes deliveries. */
  public URI address() {
    return URI.create(scheme + "://127.0.0.1:" + server.getAddress().getPort() + "/eingang");
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

  /** The headers of the gateway, the SHA-256 of the body and whose certificate it showed. */
  private static Map<String, String> headers(HttpExchange exchange, byte[] body)
      throws IOException {
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, values.get(0)));
    headers.keySet().removeIf(name -> !name.toLowerCase(Locale.ROOT).startsWith("amtsbote-"));
    headers.put("body", Sha256.of(body));
    if (exchange instanceof HttpsExchange line) {
      headers.put("certificate", line.getSSLSession().getPeerPrincipal().getName());
    }
    return headers;
  }
}
