package de.amtsbote.gateway.delivery.fitconnect;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import de.amtsbote.gateway.GatewayTest;
import de.amtsbote.gateway.TestClock;
import de.amtsbote.gateway.delivery.mailbox.ExpectedAnswers;
import de.amtsbote.gateway.fitconnect.EventLog;
import de.amtsbote.gateway.fitconnect.FitConnectApi.Announced;
import de.amtsbote.gateway.fitconnect.TestApi;
import de.amtsbote.gateway.message.Entry;
import de.amtsbote.gateway.message.EntryKind;
import de.amtsbote.gateway.message.MessageStore;
import de.amtsbote.gateway.message.NewMessage;
import de.amtsbote.gateway.message.PartRole;
import de.amtsbote.gateway.message.ReceiptStore;
import de.amtsbote.gateway.message.Traits;
import de.amtsbote.gateway.message.TransmissionKind;
import de.amtsbote.gateway.message.TransmissionStore;
import de.amtsbote.gateway.message.gate.Gates;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** Asking a receiver who has not spoken yet. */
@GatewayTest
class ReceiverFollowTest {

  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

  @Autowired FitConnectSendingStore sendings;
  @Autowired ExpectedAnswers answers;
  @Autowired MessageStore messages;
  @Autowired TransmissionStore transmissions;
  @Autowired ReceiptStore receipts;
  @Autowired TransactionTemplate transaction;
  @Autowired Gates gates;
  @Autowired JdbcTemplate jdbc;

  private final String receiver = UUID.randomUUID().toString();
  private final TestClock clock = new TestClock(NOON);
  private HttpServer service;

  @BeforeEach
  void start() throws IOException {
    service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    service.createContext("/token", it -> answer(it, "{\"access_token\":\"t\"}"));
    service.createContext(
        "/v2/cases",
        it -> {
          // the receiver may speak while this answer is on its way
          clock.advance(Duration.ofSeconds(1));
          answer(it, "{\"eventLog\":[],\"totalCount\":0}");
        });
    service.start();
  }

  @AfterEach
  void stop() {
    service.stop(0);
  }

  @Test
  void silence_isKnownAsOfTheQuestion() throws IOException {
    var transmission = submitted();

    follow().run(() -> false);

    assertThat(clock.instant()).isEqualTo(NOON.plusSeconds(1));
    assertThat(
            jdbc.queryForObject(
                "select card_checked_at from transmission where id = ?",
                Timestamp.class,
                transmission))
        .isEqualTo(Timestamp.from(NOON));
  }

  private ReceiverFollow follow() {
    var address = URI.create("http://127.0.0.1:" + service.getAddress().getPort());
    var api = TestApi.of(address, "us", "secret", clock);
    return new ReceiverFollow(
        receiver,
        Duration.ofMinutes(1),
        EventLog.ofOwn(api, UUID.randomUUID(), clock),
        sendings,
        answers,
        messages,
        receipts,
        transaction,
        gates,
        clock);
  }

  private UUID submitted() throws IOException {
    try (var intake = messages.intake()) {
      intake.add(
          PartRole.PAYLOAD, "a.xml", "text/xml", new ByteArrayInputStream("<a/>".getBytes()));
      var entry = new Entry(EntryKind.REST, "portal");
      var message = intake.commit(new NewMessage("stadt", entry, null, Traits.NONE)).id();
      var id = transmissions.open(message, TransmissionKind.DELIVERY, receiver).id();
      var announced = new Announced(UUID.randomUUID(), UUID.randomUUID());
      transmissions.reserve(id, announced.submission().toString());
      sendings.announced(receiver, id, announced);
      sendings.submitted(sendings.find(id).orElseThrow(), null, Duration.ZERO);
      transmissions.sent(id, null);
      return id;
    }
  }

  private static void answer(HttpExchange exchange, String json) throws IOException {
    try (exchange) {
      exchange.getRequestBody().readAllBytes();
      var octets = json.getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(200, octets.length);
      exchange.getResponseBody().write(octets);
    }
  }
}
