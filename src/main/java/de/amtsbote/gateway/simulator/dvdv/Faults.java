package de.amtsbote.gateway.simulator.dvdv;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Does wrong what the double was told to, after what it would have answered is known. */
final class Faults {

  private static final int UNAVAILABLE = 503;
  private static final int TOO_MANY = 429;
  private static final int OK = 200;
  private static final int PIECE = 64 * 1024;
  private static final int PIECES = 1024;

  private final CountDownLatch closed = new CountDownLatch(1);

  /** Ends all pauses. */
  void close() {
    closed.countDown();
  }

  /** Sends an answer, or what the fault makes of it; null for no fault. */
  void send(HttpExchange exchange, Outgoing answer, DvdvFault fault, Duration pause)
      throws IOException {
    switch (fault == null ? DvdvFault.STALE : fault) {
      case DOWN -> head(exchange, UNAVAILABLE, "text/plain", "down");
      case TOO_MANY -> {
        exchange.getResponseHeaders().set("Retry-After", "1");
        head(exchange, TOO_MANY, "text/plain", "too many");
      }
      case GARBAGE -> head(exchange, OK, "text/html", "<html>Wartungsarbeiten</html>");
      case TRUNCATED -> {
        var octets = answer.octets();
        var some = new String(octets, 0, octets.length / 2, StandardCharsets.UTF_8);
        head(exchange, OK, "application/json; charset=utf-8", some.isEmpty() ? "{" : some);
      }
      case OVERSIZE -> oversize(exchange);
      case SLOW -> {
        rest(pause);
        whole(exchange, answer);
      }
      case TRICKLE -> trickle(exchange, pause);
      default -> whole(exchange, answer);
    }
  }

  private static void whole(HttpExchange exchange, Outgoing answer) throws IOException {
    if (answer.mediaType() != null) {
      exchange.getResponseHeaders().set("Content-Type", answer.mediaType());
    }
    if (answer.warning() != null) {
      exchange.getResponseHeaders().set("dvdv-warning-msg", EncodedHeader.of(answer.warning()));
    }
    var octets = answer.octets();
    exchange.sendResponseHeaders(answer.status(), octets.length == 0 ? -1 : octets.length);
    if (octets.length > 0) {
      exchange.getResponseBody().write(octets);
    }
  }

  private static void head(HttpExchange exchange, int status, String type, String text)
      throws IOException {
    var octets = text.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(status, octets.length);
    exchange.getResponseBody().write(octets);
  }

  private static void oversize(HttpExchange exchange) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "application/json; charset=utf-8");
    exchange.sendResponseHeaders(OK, 0);
    var blanks = " ".repeat(PIECE).getBytes(StandardCharsets.US_ASCII);
    for (var i = 0; i < PIECES; i++) {
      exchange.getResponseBody().write(blanks);
    }
  }

  private void trickle(HttpExchange exchange, Duration pause) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "application/json; charset=utf-8");
    exchange.sendResponseHeaders(OK, 0);
    for (var i = 0; i < PIECES && closed.getCount() > 0; i++) {
      exchange.getResponseBody().write(' ');
      exchange.getResponseBody().flush();
      rest(pause);
    }
  }

  private void rest(Duration pause) throws IOException {
    try {
      if (closed.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new IOException("the double is being closed");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }
}
