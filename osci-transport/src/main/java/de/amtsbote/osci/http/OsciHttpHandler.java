package de.amtsbote.osci.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import de.amtsbote.osci.endpoint.OsciEndpoint;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Mounts an endpoint in the JDK's HTTP server. Any content type is taken, as the MIME head stands
 * in the body; status 200 also for faults; a body that is too slow or ends early is not taken over.
 */
public final class OsciHttpHandler implements HttpHandler {

  private static final Logger LOG = LoggerFactory.getLogger(OsciHttpHandler.class);
  private static final int METHOD_NOT_ALLOWED = 405;

  private final OsciEndpoint endpoint;
  private final Duration longestExchange;

  /** The time holds from the first octet of the body to the last one of the answer. */
  public OsciHttpHandler(OsciEndpoint endpoint, Duration longestExchange) {
    this.endpoint = endpoint;
    this.longestExchange = longestExchange;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    var deadline = Watchdog.after(longestExchange, exchange::close);
    try (exchange) {
      if (exchange.getRequestMethod().equals("POST")) {
        answer(exchange);
      } else {
        exchange.getResponseHeaders().set("Allow", "POST");
        exchange.sendResponseHeaders(METHOD_NOT_ALLOWED, -1);
      }
    } catch (IOException e) {
      LOG.info("exchange ended early: {}", e.toString());
    } finally {
      deadline.cancel(false);
    }
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (var answer = endpoint.handle(body(exchange))) {
      exchange.getResponseHeaders().set("Content-Type", "text/xml; charset=utf-8");
      exchange.sendResponseHeaders(200, answer.length());
      // not closed on failure: only a stream that is still open makes the server cut the connection
      var out = exchange.getResponseBody();
      answer.writeTo(out);
      out.close();
    }
  }

  private static InputStream body(HttpExchange exchange) {
    var length = exchange.getRequestHeaders().getFirst("Content-Length");
    var body = exchange.getRequestBody();
    return length == null ? body : new CountedInputStream(body, Long.parseLong(length));
  }
}
