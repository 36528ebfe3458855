package de.amtsbote.gateway.cli.town;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import de.amtsbote.gateway.cli.sample.Fingerprint;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A Fachverfahren that waits for HTTP POST on the loopback address. */
public final class HttpProcedure implements Procedure {

  private static final String PATH = "/eingang";
  private static final int NO_BODY = -1;

  private final String name;
  private final Arrivals arrivals;
  private final HttpServer server;
  private volatile int answer = 204;
  private final ExecutorService clerks = Executors.newFixedThreadPool(4);

  private HttpProcedure(String name, HttpServer server, Arrivals arrivals) {
    this.name = name;
    this.server = server;
    this.arrivals = arrivals;
  }

  /** Begins to listen on any free port. */
  public static HttpProcedure open(String name, Arrivals arrivals) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    HttpProcedure procedure = new HttpProcedure(name, server, arrivals);
    server.setExecutor(procedure.clerks);
    server.createContext(PATH, procedure::take);
    server.start();
    return procedure;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public String place() {
    return "POST " + address();
  }

  /** Where it takes hand-overs. */
  public URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + PATH);
  }

  /** What it answers from now on; it takes over only what it answers with 2xx. */
  public void answers(int status) {
    answer = status;
  }

  @Override
  public void close() {
    server.stop(0);
    clerks.shutdownNow();
  }

  private void take(HttpExchange exchange) throws IOException {
    try (exchange) {
      String type = String.valueOf(exchange.getRequestHeaders().getFirst("Content-Type"));
      List<String> fingerprints =
          type.startsWith("multipart/")
              ? MultipartFingerprints.of(exchange.getRequestBody(), type)
              : List.of(Fingerprint.of(exchange.getRequestBody()));
      int status = answer;
      if (status / 100 == 2) {
        arrivals.add(
            name, exchange.getRequestHeaders().getFirst("Amtsbote-Delivery-Id"), fingerprints);
      }
      exchange.sendResponseHeaders(status, NO_BODY);
    }
  }
}
