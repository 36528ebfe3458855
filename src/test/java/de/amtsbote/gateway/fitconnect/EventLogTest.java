package de.amtsbote.gateway.fitconnect;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import de.amtsbote.gateway.TestClock;
import de.amtsbote.gateway.fitconnect.SubmissionEvent.Type;
import de.amtsbote.gateway.fitconnect.jose.RsaJwk;
import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.GatewayException;
import de.amtsbote.gateway.simulator.fitconnect.SampleJwk;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** Which events of a log are believed, and with which keys. */
class EventLogTest {

  private static final UUID DESTINATION = UUID.randomUUID();
  private static final UUID SUBMISSION = UUID.randomUUID();
  private static final UUID CASE = UUID.randomUUID();
  private static final RsaJwk SERVICE = SampleJwk.read(TestJwk.signing("dienst"));
  private static final RsaJwk RECEIVER = SampleJwk.read(TestJwk.signing("amt"));
  private static final RsaJwk OTHER = SampleJwk.read(SampleJwk.signing("dienst", SampleJwk.pair()));

  private final TestClock clock = new TestClock(Instant.parse("2026-11-23T09:00:00Z"));
  private final List<String> events = new ArrayList<>();
  private final Map<String, RsaJwk> serviceKeys = new HashMap<>();
  private final Map<String, RsaJwk> receiverKeys = new HashMap<>();
  private HttpServer server;
  private FitConnectApi api;
  private int page = 2;
  private int askedForKeys;

  @BeforeEach
  void start() throws IOException {
    serviceKeys.put("dienst", SERVICE);
    receiverKeys.put("amt", RECEIVER);
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
    var address = "http://127.0.0.1:" + server.getAddress().getPort();
    api = TestApi.of(URI.create(address), "client", "secret", clock);
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void log_isReadToItsLastPage() throws Exception {
    for (var i = 0; i < 5; i++) {
      says(api.issuer(), Type.NOTIFY_SUBMISSION, SERVICE);
    }

    assertThat(log().of(SUBMISSION, CASE)).hasSize(5);
  }

  @Test
  void eventOfAStranger_countsForNothing() throws Exception {
    says(UUID.randomUUID().toString(), Type.ACCEPT_SUBMISSION, RECEIVER);
    says(DESTINATION.toString(), Type.ACCEPT_SUBMISSION, OTHER);
    events.add("no event at all");
    says(DESTINATION.toString(), Type.REJECT_SUBMISSION, RECEIVER);

    assertThat(log().sound(SUBMISSION, CASE))
        .extracting(SubmissionEvent::type)
        .containsExactly(Type.REJECT_SUBMISSION);
  }

  @Test
  void serviceThatAccepts_isNotBelieved() throws Exception {
    says(api.issuer(), Type.ACCEPT_SUBMISSION, SERVICE);

    assertThat(log().sound(SUBMISSION, CASE)).isEmpty();
  }

  @Test
  void eventOfAKeyThatNobodyVouchesFor_countsForNothing() throws Exception {
    says(DESTINATION.toString(), Type.ACCEPT_SUBMISSION, RECEIVER);
    var log =
        EventLog.ofReceiver(
            api,
            DESTINATION,
            key -> {
              throw new GatewayException(ErrorCode.CERTIFICATE_REFUSED, "nobody knows it");
            },
            clock);

    assertThat(log.sound(SUBMISSION, CASE)).isEmpty();
  }

  @Test
  void newKeyOfTheService_isFetched() throws Exception {
    var log = log();
    says(api.issuer(), Type.SUBMIT_SUBMISSION, SERVICE);
    assertThat(log.of(SUBMISSION, CASE)).hasSize(1);

    var renewed = SampleJwk.read(TestJwk.signing("dienst-2"));
    serviceKeys.put("dienst-2", renewed);
    says(api.issuer(), Type.NOTIFY_SUBMISSION, renewed);

    assertThat(log.of(SUBMISSION, CASE)).hasSize(2);
  }

  @Test
  void keyThatWasExchangedUnderItsName_isFetchedAgain() throws Exception {
    var log = log();
    says(api.issuer(), Type.SUBMIT_SUBMISSION, SERVICE);
    assertThat(log.sound(SUBMISSION, CASE)).hasSize(1);

    serviceKeys.put("dienst", OTHER);
    events.clear();
    says(api.issuer(), Type.SUBMIT_SUBMISSION, OTHER);
    clock.advance(Duration.ofMinutes(2));

    assertThat(log.sound(SUBMISSION, CASE)).hasSize(1);
  }

  @Test
  void keyThatWasWithdrawn_countsNoMoreAfterAnHour() throws Exception {
    var log = log();
    says(DESTINATION.toString(), Type.ACCEPT_SUBMISSION, RECEIVER);
    assertThat(log.sound(SUBMISSION, CASE)).hasSize(1);

    receiverKeys.clear();
    assertThat(log.sound(SUBMISSION, CASE)).hasSize(1);
    clock.advance(Duration.ofHours(1));

    assertThat(log.sound(SUBMISSION, CASE)).isEmpty();
  }

  @Test
  void forgedEvents_makeNobodyAskForKeysAgainAndAgain() throws Exception {
    for (var i = 0; i < 10; i++) {
      says(api.issuer(), Type.SUBMIT_SUBMISSION, OTHER);
    }

    log().sound(SUBMISSION, CASE);

    assertThat(askedForKeys).isEqualTo(1);
  }

  private EventLog log() {
    return EventLog.ofReceiver(api, DESTINATION, key -> {}, clock);
  }

  private void says(String issuer, Type type, RsaJwk key) throws IOException {
    events.add(
        new SubmissionEvent(
                UUID.randomUUID(),
                type,
                issuer,
                SUBMISSION,
                CASE,
                clock.instant(),
                SubmissionEvent.SCHEMA,
                JsonMapper.shared().createObjectNode())
            .sign(key));
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      exchange.getRequestBody().readAllBytes();
      var path = exchange.getRequestURI().getPath();
      var found = body(path, exchange.getRequestURI().getQuery());
      var octets = JsonMapper.shared().writeValueAsBytes(found == null ? Map.of() : found);
      exchange.sendResponseHeaders(found == null ? 404 : 200, octets.length);
      exchange.getResponseBody().write(octets);
    }
  }

  private Object body(String path, String query) {
    if (path.equals("/token")) {
      return Map.of("access_token", "t", "expires_in", 60_000);
    }
    if (path.endsWith("/jwks.json")) {
      askedForKeys++;
      return Map.of("keys", serviceKeys.values().stream().map(SampleJwk::published).toList());
    }
    if (path.contains("/keys/")) {
      var key = receiverKeys.get(path.substring(path.lastIndexOf('/') + 1));
      return key == null ? null : SampleJwk.published(key);
    }
    var from = Integer.parseInt(query.replaceAll(".*offset=(\\d+).*", "$1"));
    var some = events.subList(from, Math.min(events.size(), from + page));
    return Map.of("eventLog", some, "totalCount", events.size());
  }
}
