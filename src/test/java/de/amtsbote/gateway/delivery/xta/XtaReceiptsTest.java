package de.amtsbote.gateway.delivery.xta;

import static org.assertj.core.api.Assertions.assertThat;

import de.amtsbote.gateway.GatewayTest;
import de.amtsbote.gateway.TestXta;
import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.GatewayException;
import de.amtsbote.gateway.message.HandOvers;
import de.amtsbote.gateway.message.Message;
import de.amtsbote.gateway.message.MessageState;
import de.amtsbote.gateway.message.MessageStore;
import de.amtsbote.gateway.message.TimelineEntry;
import de.amtsbote.gateway.message.TimelineEvent;
import de.amtsbote.gateway.message.TransmissionState;
import de.amtsbote.gateway.message.pickup.LastLook;
import de.amtsbote.gateway.message.pickup.Pickup;
import de.amtsbote.gateway.message.pickup.PickupStore;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** Asking for transport reports, against the server of the same gateway. */
@GatewayTest
class XtaReceiptsTest {

  @Autowired ServletWebServerApplicationContext gateway;
  @Autowired XtaSending xta;
  @Autowired MessageStore store;
  @Autowired HandOvers handOvers;
  @Autowired PickupStore pickups;
  @Autowired List<LastLook> looks;
  @Autowired JdbcTemplate jdbc;
  @Autowired Clock clock;
  @TempDir Path folder;
  private Message message;

  @BeforeEach
  void message() throws Exception {
    message = xta.message();
  }

  @Test
  void message_isDeliveredWhenTheReportSaysSo() throws Exception {
    var server = server();
    var id = xta.sender(server).send(xta.outgoing(message));
    handOvers.routeEnded(message.id(), "test");
    handOvers.routeEnded(xta.arrived(id), "there");
    assertThat(store.get(xta.arrived(id)).state()).isEqualTo(MessageState.COMPLETED);

    xta.receipts(server).poll(() -> false);

    assertThat(xta.transmission(message).state()).isEqualTo(TransmissionState.DELIVERED);
    assertThat(store.get(message.id()).state()).isEqualTo(MessageState.DELIVERED);
    assertThat(events()).contains(TimelineEvent.RECEIPT);
  }

  @Test
  void nodeThatIsDrained_asksForNoMore() throws Exception {
    var server = server();
    xta.sender(server).send(xta.outgoing(message));

    xta.receipts(server).poll(() -> true);

    assertThat(xta.transmission(message).checks()).isZero();
  }

  @Test
  void openReport_isAskedForAgainLater() throws Exception {
    var server = server();
    xta.sender(server).send(xta.outgoing(message));

    xta.receipts(server).poll(() -> false);

    assertThat(xta.transmission(message).state()).isEqualTo(TransmissionState.SENT);
    assertThat(xta.transmission(message).checks()).isEqualTo(1);
    assertThat(xta.transmission(message).nextCheckAt()).isAfter(Clock.systemUTC().instant());
  }

  @Test
  void redReport_rejectsTheMessageAndNamesTheCodes() throws Exception {
    var server = server();
    var id = xta.sender(server).send(xta.outgoing(message));
    store.reject(xta.arrived(id), new GatewayException(ErrorCode.PAYLOAD_INVALID, "wrong"));

    xta.receipts(server).poll(() -> false);

    var now = store.get(message.id());
    assertThat(now.state()).isEqualTo(MessageState.REJECTED);
    assertThat(now.reason().code()).isEqualTo(ErrorCode.XTA_REPORTED_RED);
    assertThat(now.reason().details()).contains("REJECTED");
    assertThat(xta.transmission(message).nextCheckAt()).isNull();
  }

  @Test
  void serverThatIsAway_isAskedForTheReportLater() throws Exception {
    xta.sender(server()).send(xta.outgoing(message));

    xta.receipts(new ForeignServer(folder, 1).servers()).poll(() -> false);

    assertThat(xta.transmission(message).checks()).isEqualTo(1);
  }

  /** As before it expires. */
  @Test
  void serverThatIsToBeAskedNow_isAskedAndTheTimeIsKept() throws Exception {
    var server = server();
    xta.sender(server).send(xta.outgoing(message));
    var pickup = pickup();
    assertThat(looks).anyMatch(it -> it.asks(pickup));
    jdbc.update(
        "update transmission set next_check_at = next_check_at + interval '1 hour' where id = ?",
        pickup.id());
    var asked = clock.instant();

    pickups.askNow(pickup.id(), asked);
    xta.receipts(server).poll(() -> false);

    assertThat(pickup().checkedAt()).isAfterOrEqualTo(asked.truncatedTo(ChronoUnit.MILLIS));
  }

  /** The reader may come while the answer is on its way. */
  @Test
  void openReport_isKnownAsOfTheQuestion() throws Exception {
    var server = server();
    xta.sender(server).send(xta.outgoing(message));
    jdbc.update(
        "update transmission set next_check_at = null where kind = 'XTA' and message_id <> ?",
        message.id().value());
    var answered = new AtomicReference<Instant>();
    var watched =
        Faulty.before(
            server.remote(ForeignServer.NAME), "report", () -> answered.set(clock.instant()));

    xta.receipts(server.with(ForeignServer.NAME, watched)).poll(() -> false);

    assertThat(pickup().checkedAt()).isBefore(answered.get());
  }

  private Pickup pickup() {
    return pickups.waitingSince(clock.instant().plusSeconds(60), null, 100_000).stream()
        .filter(it -> it.messageId().equals(message.id()))
        .findFirst()
        .orElseThrow();
  }

  private XtaServers server() throws Exception {
    return new ForeignServer(folder, TestXta.port(gateway)).servers();
  }

  private List<TimelineEvent> events() {
    return store.timeline(message.id()).stream().map(TimelineEntry::event).toList();
  }
}
