package de.amtsbote.gateway.fitconnect;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a delivery service does that stops in the middle of an answer. */
class FitConnectLineTest {

  private static final Duration LIMIT = Duration.ofSeconds(3);
  private static final Duration MUCH_LONGER = Duration.ofSeconds(45);

  private final CountDownLatch over = new CountDownLatch(1);
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private HttpServer server;
  private FitConnectLine line;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/token", FitConnectLineTest::token);
    server.createContext("/stalls", this::stall);
    server.start();
    var address = "http://127.0.0.1:" + server.getAddress().getPort();
    line =
        new FitConnectLine(
            new FitConnectProperties.Service(
                URI.create(address),
                URI.create(address + "/token"),
                null,
                null,
                LIMIT,
                LIMIT,
                LIMIT),
            "client",
            "secret",
            null,
            Clock.systemUTC());
  }

  @AfterEach
  void stop() {
    over.countDown();
    server.stop(0);
    threads.shutdownNow();
  }

  @Test
  void bodyThatStops_isNotWaitedForLongerThanItsTime() {
    assertTimeoutPreemptively(
        MUCH_LONGER,
        () ->
            assertThatThrownBy(() -> line.json(line.request("/stalls")))
                .isInstanceOf(IOException.class));
  }

  @Test
  void largeBodyThatStops_isNotWaitedForLongerThanItsTime() {
    assertTimeoutPreemptively(
        MUCH_LONGER,
        () -> {
          try (var body = line.stream(line.request("/stalls"))) {
            assertThatThrownBy(body::readAllBytes).isInstanceOf(IOException.class);
          }
        });
  }

  private static void token(HttpExchange exchange) throws IOException {
    try (exchange) {
      exchange.getRequestBody().readAllBytes();
      var token = "{\"access_token\":\"t\",\"expires_in\":600}".getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(200, token.length);
      exchange.getResponseBody().write(token);
    }
  }

  /** A head, one octet, and then nothing. */
  private void stall(HttpExchange exchange) throws IOException {
    try (exchange) {
      exchange.sendResponseHeaders(200, 1000);
      exchange.getResponseBody().write('{');
      exchange.getResponseBody().flush();
      over.await(1, TimeUnit.MINUTES);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
