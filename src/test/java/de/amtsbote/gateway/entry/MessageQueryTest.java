package de.amtsbote.gateway.entry;

import static org.assertj.core.api.Assertions.assertThat;

import de.amtsbote.gateway.GatewayTest;
import de.amtsbote.gateway.TestGateway;
import de.amtsbote.gateway.message.Entry;
import de.amtsbote.gateway.message.EntryKind;
import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.Finding;
import de.amtsbote.gateway.message.GatewayException;
import de.amtsbote.gateway.message.MessageId;
import de.amtsbote.gateway.message.MessageStore;
import de.amtsbote.gateway.message.NewMessage;
import de.amtsbote.gateway.message.PartRole;
import de.amtsbote.gateway.message.Traits;
import de.amtsbote.gateway.message.TransmissionKind;
import de.amtsbote.gateway.message.TransmissionStore;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@GatewayTest
class MessageQueryTest {

  @LocalServerPort int port;
  @Autowired MessageStore store;
  @Autowired TransmissionStore transmissions;
  Portal portal;

  @BeforeEach
  void portal() {
    portal = Portal.at(port);
  }

  @Test
  void message_showsItsTimeline() throws Exception {
    var location = portal.submit("<a/>").header("Location");

    var timeline = portal.get(location).json().path("timeline");

    assertThat(timeline).hasSize(1);
    assertThat(timeline.get(0).path("event").asString()).isEqualTo("RECEIVED");
    assertThat(timeline.get(0).path("actor").asString()).isEqualTo("account:portal");
    assertThat(timeline.get(0).path("hash").asString()).hasSize(64);
  }

  @Test
  void message_showsTheOsciMessageIdOfItsTransmission() throws Exception {
    var answer = portal.submit("<a/>");
    var id = MessageId.parse(answer.field("id"));
    var transmission = transmissions.open(id, TransmissionKind.OSCI, "bauamt");
    transmissions.reserve(transmission.id(), "osci-42");

    var message = portal.get(answer.header("Location")).json();

    assertThat(message.path("osciMessageId").asString()).isEqualTo("osci-42");
    assertThat(message.path("transmissions").get(0).path("destination").asString())
        .isEqualTo("bauamt");
  }

  @Test
  void messageFromAnOsciMailbox_showsTheOsciMessageIdUnderWhichItCame() throws Exception {
    MessageId id;
    try (var intake = store.intake()) {
      var xml = new ByteArrayInputStream("<a/>".getBytes(StandardCharsets.UTF_8));
      intake.add(PartRole.PAYLOAD, "payload", "application/xml", xml);
      var entry = new Entry(EntryKind.OSCI_MAILBOX, "meldebehoerde");
      id = intake.commit(new NewMessage("stadt", entry, "osci-4711", Traits.NONE)).id();
    }

    assertThat(portal.get(Portal.PATH + "/" + id).field("osciMessageId")).isEqualTo("osci-4711");
  }

  @Test
  void rejectedMessage_showsWhyWithItsFindings() throws Exception {
    var answer = portal.submit("<a/>");
    store.reject(
        MessageId.parse(answer.field("id")),
        new GatewayException(
            ErrorCode.PAYLOAD_INVALID,
            "1 violation",
            List.of(Finding.of(3, 14, "/a/b", "cvc-type.3", "is not a date"))));

    var reason = portal.get(answer.header("Location")).json().path("reason");

    assertThat(reason.path("code").asString()).isEqualTo("AB-2005");
    assertThat(reason.path("remedy").asString()).isNotEmpty();
    assertThat(reason.path("findings").get(0).path("line").asInt()).isEqualTo(3);
  }

  @Test
  void messageOfAnotherTenant_isUnknown() throws Exception {
    var location = portal.submit("<a/>").header("Location");

    Refusal.assertProblem(
        new Portal(port, TestGateway.OTHER_TENANT).get(location), ErrorCode.MESSAGE_UNKNOWN);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "1-1-1-1-1", "01a20705-02e2-7124-8f2e-eb3773872318", "%3Cscript%3E"})
  void unknownId_isAnsweredAsNotFound(String id) throws Exception {
    Refusal.assertProblem(portal.get(Portal.PATH + "/" + id), ErrorCode.MESSAGE_UNKNOWN);
  }

  @Test
  void operator_seesTheMessagesOfItsTenant() throws Exception {
    var location = portal.submit("<a/>").header("Location");

    assertThat(new Portal(port, TestGateway.OPERATOR).get(location).status()).isEqualTo(200);
  }

  @Test
  void listing_pagesWithItsCursor() throws Exception {
    for (var number = 0; number < 3; number++) {
      var id = MessageId.parse(portal.submit("<a/>").field("id"));
      store.describe(id, new Traits("paged", "1", "m", null, null, null, null));
    }

    var first = portal.get(Portal.PATH + "?standard=paged&limit=2").json();
    var second =
        portal
            .get(
                Portal.PATH
                    + "?standard=paged&limit=2&cursor="
                    + first.path("nextCursor").asString())
            .json();

    assertThat(first.path("messages")).hasSize(2);
    assertThat(second.path("messages")).hasSize(1);
    assertThat(second.path("nextCursor").isNull()).isTrue();
    assertThat(second.path("messages").get(0).path("id").asString())
        .isLessThan(first.path("messages").get(1).path("id").asString());
  }

  @Test
  void listing_filtersByState() throws Exception {
    var id = portal.submit("<a/>").field("id");
    store.park(MessageId.parse(id), new GatewayException(ErrorCode.ROUTE_MISSING, "no route"));

    var parked = portal.get(Portal.PATH + "?state=parked&limit=500").json().path("messages");

    assertThat(parked).anyMatch(message -> message.path("id").asString().equals(id));
    assertThat(parked).allMatch(message -> message.path("state").asString().equals("PARKED"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"state=GONE", "limit=0", "limit=501", "limit=many", "cursor=tomorrow"})
  void impossibleParameter_isRefused(String query) throws Exception {
    Refusal.assertProblem(portal.get(Portal.PATH + "?" + query), ErrorCode.PARAMETER_INVALID);
  }
}
