package de.amtsbote.gateway.simulator.town;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import tools.jackson.databind.json.JsonMapper;

/** Where a simulation is asked what arrived, and told what shall go wrong, while it runs. */
public final class Desk implements AutoCloseable {

  private static final int LARGEST = 16 * 1024;
  private static final int OK = 200;
  private static final int BAD_REQUEST = 400;
  private static final int NOT_ALLOWED = 405;

  /** Puts faults into effect. */
  public interface Switch {

    /** Only these go wrong from now on. */
    void faults(List<Fault> wanted) throws IOException;

    /** What goes wrong now. */
    List<Fault> faults();
  }

  private final HttpServer server;
  private final ExecutorService clerk = Executors.newSingleThreadExecutor();
  private final Switch faults;
  private final Supplier<List<?>> arrivals;

  private Desk(HttpServer server, Switch faults, Supplier<List<?>> arrivals) {
    this.server = server;
    this.faults = faults;
    this.arrivals = arrivals;
  }

  /**
   * Opens it on the loopback address.
   *
   * @param port 0 for any free one
   * @param arrivals what the procedures have got, to be shown as JSON
   */
  public static Desk open(int port, Switch faults, Supplier<List<?>> arrivals) throws IOException {
    var server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    var desk = new Desk(server, faults, arrivals);
    server.setExecutor(desk.clerk);
    server.createContext("/faults", desk::faults);
    server.createContext("/arrivals", desk::arrivals);
    server.start();
    return desk;
  }

  /** Its address. */
  public URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  private void faults(HttpExchange exchange) throws IOException {
    try (exchange) {
      var text = new String(exchange.getRequestBody().readNBytes(LARGEST), StandardCharsets.UTF_8);
      switch (exchange.getRequestMethod()) {
        case "GET" -> answer(exchange, OK, "text/plain", list());
        case "PUT" -> put(exchange, text);
        case "DELETE" -> put(exchange, "");
        default -> answer(exchange, NOT_ALLOWED, "text/plain", "GET, PUT or DELETE\n");
      }
    }
  }

  private void put(HttpExchange exchange, String text) throws IOException {
    try {
      faults.faults(text.lines().filter(it -> !it.isBlank()).map(Fault::parse).toList());
      answer(exchange, OK, "text/plain", list());
    } catch (IllegalArgumentException e) {
      answer(exchange, BAD_REQUEST, "text/plain", e.getMessage() + "\n");
    }
  }

  private String list() {
    return faults.faults().stream().map(it -> it + "\n").reduce("", String::concat);
  }

  private void arrivals(HttpExchange exchange) throws IOException {
    try (exchange) {
      var json = JsonMapper.shared().writeValueAsString(arrivals.get());
      answer(exchange, OK, "application/json", json);
    }
  }

  private static void answer(HttpExchange exchange, int status, String type, String text)
      throws IOException {
    var octets = text.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(status, octets.length == 0 ? -1 : octets.length);
    if (octets.length > 0) {
      exchange.getResponseBody().write(octets);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    clerk.shutdownNow();
  }
}
