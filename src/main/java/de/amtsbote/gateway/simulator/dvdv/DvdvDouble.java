package de.amtsbote.gateway.simulator.dvdv;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;

/** A DVDV server on this machine. */
public final class DvdvDouble implements AutoCloseable {

  private static final String BASE = "/dvdv2-backend";

  /**
   * How the double is set up.
   *
   * @param port 0 for any free one
   * @param tls null for plain HTTP
   * @param askClients whether callers must show a certificate that the TLS context trusts
   * @param clients certificates whose holders get tokens
   * @param tokens how long tokens are good
   * @param slowness pause of the faults that take time
   */
  public record Setup(
      int port,
      SSLContext tls,
      boolean askClients,
      List<X509Certificate> clients,
      Duration tokens,
      Duration slowness,
      Clock clock) {

    /** Plain HTTP on any free port, tokens for a day. */
    public static Setup plain(List<X509Certificate> clients, Clock clock) {
      return new Setup(0, null, false, clients, Duration.ofDays(1), Duration.ofSeconds(2), clock);
    }
  }

  private final HttpServer server;
  private final ExecutorService threads;
  private final Setup setup;
  private final DvdvContent content;
  private final Tokens tokens;
  private final Faults faults = new Faults();
  private final List<String> calls = new CopyOnWriteArrayList<>();
  private volatile DvdvFault fault;
  private volatile DvdvContent old;

  /** Starts a server over some content, which may change while it runs. */
  public static DvdvDouble start(DvdvContent content, Setup setup) throws IOException {
    return new DvdvDouble(content, setup);
  }

  private DvdvDouble(DvdvContent content, Setup setup) throws IOException {
    this.content = content;
    this.setup = setup;
    this.tokens = new Tokens(setup.clients(), setup.tokens(), setup.clock());
    var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), setup.port());
    this.server = setup.tls() == null ? HttpServer.create(address, 0) : secured(address);
    this.threads =
        Executors.newCachedThreadPool(
            task -> {
              var thread = new Thread(task, "dvdv-double");
              thread.setDaemon(true);
              return thread;
            });
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  private HttpsServer secured(InetSocketAddress address) throws IOException {
    var secured = HttpsServer.create(address, 0);
    secured.setHttpsConfigurator(
        new HttpsConfigurator(setup.tls()) {
          @Override
          public void configure(HttpsParameters parameters) {
            var tls = getSSLContext().getDefaultSSLParameters();
            tls.setNeedClientAuth(setup.askClients());
            parameters.setSSLParameters(tls);
          }
        });
    return secured;
  }

  /** The base address that clients are configured with. */
  public URI address() {
    var scheme = setup.tls() == null ? "http" : "https";
    return URI.create(scheme + "://localhost:" + server.getAddress().getPort() + BASE);
  }

  /** Does this wrong from now on; null for nothing. */
  public void fault(DvdvFault wanted) {
    old = wanted == DvdvFault.STALE ? content.copy() : null;
    if (wanted == DvdvFault.EXPIRED_TOKENS) {
      tokens.expire();
    }
    fault = wanted == DvdvFault.EXPIRED_TOKENS ? null : wanted;
  }

  /** The functions that were called, in order, with their questions. */
  public List<String> calls() {
    return List.copyOf(calls);
  }

  /** How many tokens were given. */
  public int tokens() {
    return tokens.count();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      var now = fault;
      if (now == DvdvFault.BROKEN) {
        return;
      }
      var functions =
          new Functions(
              old == null ? content : old, setup.clock(), now == DvdvFault.NO_LONGER_VALID);
      var answer = new Dispatcher(BASE, functions, tokens, calls, now).answer(exchange);
      faults.send(exchange, answer, now, setup.slowness());
    }
  }

  @Override
  public void close() {
    faults.close();
    server.stop(0);
    threads.shutdownNow();
  }
}
