package de.amtsbote.gateway.operations.control;

import static org.assertj.core.api.Assertions.assertThat;

import de.amtsbote.gateway.GatewayTest;
import de.amtsbote.gateway.TestGateway;
import de.amtsbote.gateway.message.Entry;
import de.amtsbote.gateway.message.EntryKind;
import de.amtsbote.gateway.message.MessageId;
import de.amtsbote.gateway.message.MessageStore;
import de.amtsbote.gateway.message.NewMessage;
import de.amtsbote.gateway.message.OsciKey;
import de.amtsbote.gateway.message.PartRole;
import de.amtsbote.gateway.message.Traits;
import de.amtsbote.gateway.message.TransmissionKind;
import de.amtsbote.gateway.message.TransmissionStore;
import java.io.InputStream;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@GatewayTest
class SearchTest {

  @LocalServerPort int port;
  @Autowired MessageStore store;
  @Autowired TransmissionStore transmissions;
  Desk desk;
  String standard;
  MessageId first;
  MessageId second;

  @BeforeEach
  void messages() throws Exception {
    desk = Desk.operator(port);
    standard = "search" + UUID.randomUUID();
    first = Desk.parked(store, "stadt", standard);
    second = Desk.received(store, "stadt", standard);
    Desk.parked(store, "kreis", standard);
  }

  @Test
  void standard_findsTheOwnTenantsMessagesNewestFirst() throws Exception {
    assertThat(found("standard=" + standard)).containsExactly(id(second), id(first));
  }

  @Test
  void stateAndCode_areFilters() throws Exception {
    assertThat(found("standard=" + standard + "&state=parked")).containsExactly(id(first));
    assertThat(found("standard=" + standard + "&code=AB-3003")).containsExactly(id(first));
    assertThat(found("standard=" + standard + "&code=AB-4001")).isEmpty();
  }

  @Test
  void partner_findsWhatWasHandedToIt() throws Exception {
    var partner = "amt-" + UUID.randomUUID();
    transmissions.open(first, TransmissionKind.OSCI, partner + " via stadt");
    transmissions.open(first, TransmissionKind.DELIVERY, partner);

    assertThat(found("partner=" + partner)).containsExactly(id(first));
    assertThat(found("partner=" + partner + "&state=received")).isEmpty();
  }

  @Test
  void time_isAFilter() throws Exception {
    var from = store.get(second).receivedAt();

    assertThat(found("standard=" + standard + "&from=" + from)).containsExactly(id(second));
    assertThat(found("standard=" + standard + "&to=" + from)).containsExactly(id(first));
  }

  @Test
  void xoevUuidAndOsciId_findTheOne() throws Exception {
    var uuid = UUID.randomUUID().toString();
    store.describe(first, new Traits(null, null, null, null, null, null, uuid));
    var transmission = transmissions.open(second, TransmissionKind.OSCI, "amt via stadt");
    transmissions.reserve(transmission.id(), "osci-" + uuid);

    assertThat(found("xoevUuid=" + uuid)).containsExactly(id(first));
    assertThat(found("osciMessageId=osci-" + uuid)).containsExactly(id(second));
  }

  @Test
  void osciId_findsADeliveryThatIsKeptClosed() throws Exception {
    var osci = "osci-" + UUID.randomUUID();
    MessageId closed;
    try (var intake = store.intake()) {
      intake.add(PartRole.PAYLOAD, "closed", "text/xml", InputStream.nullInputStream());
      var entry = new Entry(EntryKind.OSCI_MAILBOX, "posteingang");
      closed =
          intake.commit(new NewMessage("stadt", entry, OsciKey.closed(osci), Traits.NONE)).id();
    }

    assertThat(found("osciMessageId=" + osci)).containsExactly(id(closed));
  }

  @Test
  void pages_followTheCursor() throws Exception {
    var page = desk.json("/messages?limit=1&standard=" + standard);
    var cursor = page.path("nextCursor").asString();
    var next = desk.json("/messages?limit=1&standard=" + standard + "&cursor=" + cursor);

    assertThat(page.path("messages").get(0).path("id").asString()).isEqualTo(id(second));
    assertThat(next.path("messages").get(0).path("id").asString()).isEqualTo(id(first));
    assertThat(next.path("nextCursor").isNull()).isTrue();
  }

  @Test
  void auditor_mayLook() throws Exception {
    assertThat(new Desk(port, TestGateway.AUDITOR).get("/messages/" + first).statusCode())
        .isEqualTo(200);
  }

  @Test
  void message_showsAttemptsTimelineAndThatItsChainHolds() throws Exception {
    var message = desk.json("/messages/" + first);

    assertThat(message.path("message").path("state").asString()).isEqualTo("PARKED");
    assertThat(message.path("reason").path("details").asString()).isEqualTo("no route");
    assertThat(message.path("timeline")).hasSize(2);
    assertThat(message.path("attempts").isArray()).isTrue();
    assertThat(message.path("chain").isNull()).isTrue();
  }

  private List<String> found(String query) throws Exception {
    return StreamSupport.stream(
            desk.json("/messages?" + query).path("messages").spliterator(), false)
        .map(it -> it.path("id").asString())
        .toList();
  }

  private static String id(MessageId id) {
    return id.toString();
  }
}
