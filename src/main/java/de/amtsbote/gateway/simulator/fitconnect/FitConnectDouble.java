package de.amtsbote.gateway.simulator.fitconnect;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import de.amtsbote.gateway.fitconnect.jose.RsaJwk;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A delivery service (Zustelldienst) on this machine, with plain HTTP. */
public final class FitConnectDouble implements AutoCloseable {

  private static final String UUID_TEXT = "([0-9a-f-]{36})";
  private static final Pattern ID = Pattern.compile(UUID_TEXT);
  private static final String SUBMISSION = "/v2/submissions/" + UUID_TEXT;
  private static final String ATTACHMENT = SUBMISSION + "/attachments/" + UUID_TEXT;
  private static final String EVENTS = "/v2/cases/" + UUID_TEXT + "/events";
  private static final String DESTINATION = "/v2/destinations/" + UUID_TEXT;

  /**
   * How the double is set up.
   *
   * @param port 0 for any free one
   * @param clients secrets of OAuth clients by their ids
   * @param tokens how long tokens are good
   * @param slowness pause of the fault that takes time
   * @param page most events that it gives at once
   * @param key private key that it signs its events with
   */
  public record Setup(
      int port,
      Map<String, String> clients,
      Duration tokens,
      Duration slowness,
      int page,
      RsaJwk key,
      Clock clock) {}

  private final HttpServer server;
  private final ExecutorService threads;
  private final RsaJwk key;
  private final OAuthTokens tokens;
  private final Destinations destinations = new Destinations();
  private final Desks desks;
  private final Duration slowness;
  private final List<String> calls = new CopyOnWriteArrayList<>();
  private final CountDownLatch closed = new CountDownLatch(1);
  private volatile FitConnectFault fault;

  /** Starts it. */
  public static FitConnectDouble start(Setup setup) throws IOException {
    return new FitConnectDouble(setup);
  }

  private FitConnectDouble(Setup setup) throws IOException {
    this.server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), setup.port()), 0);
    this.tokens = new OAuthTokens(setup.clients(), setup.tokens(), setup.clock());
    this.slowness = setup.slowness();
    this.key = setup.key();
    this.desks =
        new Desks(destinations, new Events(address().toString(), key, setup.clock()), setup.page());
    this.threads =
        Executors.newCachedThreadPool(
            task -> {
              var thread = new Thread(task, "fit-connect-double");
              thread.setDaemon(true);
              return thread;
            });
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  /** The base address of its submission API. */
  public URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** Where it gives tokens. */
  public URI tokenAddress() {
    return URI.create(address() + "/token");
  }

  /** Enters a destination. */
  public void add(DoubleDestination destination) {
    destinations.add(destination);
  }

  /** Does this wrong from now on; null for nothing. */
  public void fault(FitConnectFault wanted) {
    if (wanted == FitConnectFault.EXPIRED_TOKENS) {
      tokens.expire();
    }
    fault = wanted == FitConnectFault.EXPIRED_TOKENS ? null : wanted;
  }

  /** Says in its log that it has deleted a submission. */
  public void delete(UUID submission) throws IOException {
    desks.delete(submission);
  }

  /** Method and path of all calls, in order. */
  public List<String> calls() {
    return List.copyOf(calls);
  }

  /** How many tokens were given. */
  public int tokens() {
    return tokens.count();
  }

  /** How far each submission has come, such as {@code ACCEPTED}, by its id. */
  public Map<UUID, String> states() {
    return desks.all().stream().collect(Collectors.toMap(it -> it.id, it -> it.state.name()));
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      var now = fault;
      var call = exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath();
      calls.add(call);
      if (now == FitConnectFault.SLOW) {
        pause();
      }
      var reply = answer(exchange, call, now);
      if (now == null || !now.loses(call)) {
        send(exchange, reply);
      }
    }
  }

  private Reply answer(HttpExchange exchange, String call, FitConnectFault now) throws IOException {
    if (now != null && now.refuses(call)) {
      return Reply.problem(503, "down");
    }
    if (now != null && now.refusesForGood(call)) {
      return Reply.problem(422, "not like this");
    }
    if (now == FitConnectFault.GARBAGE) {
      var page = "<html>Wartungsarbeiten</html>".getBytes(StandardCharsets.UTF_8);
      return new Reply(200, "text/html", page.length, () -> new ByteArrayInputStream(page));
    }
    if (call.equals("POST /token")) {
      return now == FitConnectFault.DENIED ? Reply.problem(401, "no") : tokens.give(text(exchange));
    }
    var client = tokens.client(exchange.getRequestHeaders().getFirst("Authorization"));
    if (client.isEmpty() || now == FitConnectFault.DENIED) {
      return Reply.problem(401, "no valid token");
    }
    try {
      return dispatch(exchange, call, client.get(), now);
    } catch (JacksonException | IllegalArgumentException e) {
      return Reply.problem(400, "not understood");
    }
  }

  private Reply dispatch(HttpExchange exchange, String call, String client, FitConnectFault now)
      throws IOException {
    if (call.equals("GET /.well-known/jwks.json")) {
      return Reply.json(200, Map.of("keys", List.of(SampleJwk.published(key))));
    }
    if (call.matches("GET " + DESTINATION)) {
      return destinations.published(id(call, 0));
    }
    if (call.matches("GET " + DESTINATION + "/keys/[^/]+")) {
      var kid = call.substring(call.lastIndexOf('/') + 1);
      return destinations.key(id(call, 0), kid, now == FitConnectFault.FOREIGN_KEY ? key : null);
    }
    if (call.equals("GET /v2/submissions")) {
      var query = exchange.getRequestURI().getQuery();
      return desks.waiting(client, id(String.valueOf(query), 0), now == FitConnectFault.REPLAYED);
    }
    if (call.equals("POST /v2/submissions")) {
      return desks.announce(client, json(exchange));
    }
    if (call.matches("PUT " + ATTACHMENT)) {
      return desks.attach(client, id(call, 0), id(call, 1), exchange.getRequestBody());
    }
    if (call.matches("GET " + ATTACHMENT)) {
      return desks.attachment(client, id(call, 0), id(call, 1), now);
    }
    if (call.matches("PUT " + SUBMISSION)) {
      if (now == FitConnectFault.FORGETFUL) {
        desks.forget(id(call, 0));
      }
      return desks.submit(
          client, id(call, 0), json(exchange), now == FitConnectFault.FORGED_EVENTS);
    }
    if (call.matches("GET " + SUBMISSION)) {
      return desks.one(client, id(call, 0), now);
    }
    if (call.matches("GET " + EVENTS)) {
      return desks.events(client, id(call, 0), exchange.getRequestURI().getQuery());
    }
    return call.matches("POST " + EVENTS)
        ? desks.say(client, id(call, 0), text(exchange))
        : Reply.problem(404, "nothing here");
  }

  private static UUID id(String text, int number) {
    var found = ID.matcher(text).results().toList();
    if (found.size() <= number) {
      throw new IllegalArgumentException("an id is missing");
    }
    return UUID.fromString(found.get(number).group());
  }

  private static String text(HttpExchange exchange) throws IOException {
    return new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
  }

  private static JsonNode json(HttpExchange exchange) throws IOException {
    return JsonMapper.shared().readTree(exchange.getRequestBody().readAllBytes());
  }

  private static void send(HttpExchange exchange, Reply reply) throws IOException {
    exchange.getRequestBody().transferTo(OutputStream.nullOutputStream());
    if (reply.body() == null) {
      exchange.sendResponseHeaders(reply.status(), -1);
      return;
    }
    exchange.getResponseHeaders().set("Content-Type", reply.mediaType());
    exchange.sendResponseHeaders(reply.status(), reply.length());
    try (var body = reply.body().open()) {
      body.transferTo(exchange.getResponseBody());
    }
  }

  private void pause() throws IOException {
    try {
      closed.await(slowness.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  @Override
  public void close() {
    closed.countDown();
    server.stop(0);
    threads.shutdownNow();
    desks.close();
  }
}
