package de.amtsbote.gateway.entry;

import static org.assertj.core.api.Assertions.assertThat;

import de.amtsbote.gateway.GatewayTest;
import de.amtsbote.gateway.TestGateway;
import de.amtsbote.gateway.entry.procedure.Postman;
import de.amtsbote.gateway.message.Entry;
import de.amtsbote.gateway.message.EntryKind;
import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.MessageId;
import de.amtsbote.gateway.message.MessageStore;
import de.amtsbote.gateway.message.NewMessage;
import de.amtsbote.gateway.message.OsciKey;
import de.amtsbote.gateway.message.PartRole;
import de.amtsbote.gateway.message.Traits;
import de.amtsbote.gateway.message.TransmissionKind;
import de.amtsbote.gateway.message.TransmissionStore;
import de.amtsbote.gateway.message.correlation.Correlation;
import de.amtsbote.gateway.message.correlation.CorrelationStore;
import java.io.ByteArrayInputStream;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Whichever id of a case somebody has, it leads to its messages. */
@GatewayTest
class AnyIdTest {

  @LocalServerPort int port;
  @Autowired MessageStore store;
  @Autowired TransmissionStore transmissions;
  @Autowired CorrelationStore correlations;
  @Autowired Postman postman;
  Portal portal;
  final String mark = UUID.randomUUID().toString();
  String id;

  @BeforeEach
  void submit() throws Exception {
    portal = Portal.at(port);
    id =
        portal
            .submit("<a/>", "Idempotency-Key", "Key-" + mark, "Amtsbote-Process-Ref", "F " + mark)
            .field("id");
  }

  @Test
  void ownIds_findIt() throws Exception {
    assertThat(found(portal, id)).containsExactly(id);
    assertThat(found(portal, "Key-" + mark)).containsExactly(id);
    assertThat(found(portal, "F " + mark)).containsExactly(id);
  }

  @Test
  void xoevUuid_findsIt_howeverItIsWritten() throws Exception {
    store.describe(MessageId.parse(id), new Traits(null, null, null, null, null, null, mark));

    assertThat(found(portal, mark)).containsExactly(id);
    assertThat(found(portal, mark.toUpperCase(Locale.ROOT))).containsExactly(id);
  }

  @Test
  void osciIdAndDeliveryId_findIt() throws Exception {
    var transmission =
        transmissions.open(MessageId.parse(id), TransmissionKind.OSCI, "amt via stadt");
    transmissions.reserve(transmission.id(), "osci-" + mark);

    assertThat(found(portal, "osci-" + mark)).containsExactly(id);
    assertThat(found(portal, transmission.id().toString())).containsExactly(id);
    assertThat(found(portal, "urn:de:xta:messageid:nord:" + transmission.id())).containsExactly(id);
  }

  @Test
  void osciId_findsADeliveryThatIsKeptClosed() throws Exception {
    var entry = new Entry(EntryKind.OSCI_MAILBOX, "amt");
    var key = OsciKey.closed("Osci-" + mark);
    try (var intake = store.intake()) {
      intake.add(PartRole.PAYLOAD, "payload", "text/xml", new ByteArrayInputStream(new byte[1]));
      var kept = intake.commit(new NewMessage("stadt", entry, key, Traits.NONE));

      assertThat(found(new Portal(port, TestGateway.OPERATOR), "Osci-" + mark))
          .containsExactly(kept.id().toString());
    }
  }

  @Test
  void submissionAndCaseOfFitConnect_findIt() throws Exception {
    var entry = new Entry(EntryKind.FIT_CONNECT, "bauamt");
    var caseId = UUID.randomUUID().toString();
    try (var intake = store.intake()) {
      intake.add(PartRole.PAYLOAD, "payload", "text/xml", new ByteArrayInputStream(new byte[1]));
      var kept = intake.commit(new NewMessage("stadt", entry, mark, Traits.NONE)).id();
      correlations.keep(kept, new Correlation(caseId, null, null));
      var operator = new Portal(port, TestGateway.OPERATOR);

      assertThat(found(operator, mark)).containsExactly(kept.toString());
      assertThat(found(operator, mark.toUpperCase(Locale.ROOT))).containsExactly(kept.toString());
      assertThat(found(operator, caseId)).containsExactly(kept.toString());
    }
  }

  @Test
  void answerAndAnswered_findEachOther() throws Exception {
    var reply = answered();

    assertThat(found(portal, reply)).containsExactly(reply, id);
    assertThat(found(portal, "Key-" + mark)).containsExactly(reply, id);
  }

  @Test
  void procedure_findsItsAnswersOnly() throws Exception {
    var reply = answered();

    assertThat(found(new Portal(port, TestGateway.PROCEDURE), "Key-" + mark))
        .containsExactly(reply);
  }

  @Test
  void otherPortalOfTheTenant_findsWhatItAlsoSeesInTheList() throws Exception {
    assertThat(found(new Portal(port, TestGateway.GREEDY), "Key-" + mark)).containsExactly(id);
    assertThat(found(new Portal(port, TestGateway.GREEDY), id)).containsExactly(id);
  }

  @Test
  void procedureThatHandedInNothing_findsNothing() throws Exception {
    assertThat(found(new Portal(port, TestGateway.PROCEDURE), "Key-" + mark)).isEmpty();
    assertThat(found(new Portal(port, TestGateway.PROCEDURE), id)).isEmpty();
  }

  @Test
  void caseOfManyMessages_comesPageByPage() throws Exception {
    var others = new ArrayList<String>();
    for (var i = 0; i < 4; i++) {
      others.add(0, portal.submit("<a/>", "Amtsbote-Process-Ref", "F " + mark).field("id"));
    }
    others.add(id);
    var path = Portal.PATH + "?limit=2&anyId=F%20" + mark;

    var pages = new ArrayList<String>();
    var page = portal.get(path);
    pages.addAll(page.json().path("messages").findValuesAsString("id"));
    while (!page.json().path("nextCursor").isNull()) {
      page = portal.get(path + "&cursor=" + page.field("nextCursor"));
      assertThat(page.json().path("messages")).hasSizeLessThanOrEqualTo(2);
      pages.addAll(page.json().path("messages").findValuesAsString("id"));
    }

    assertThat(pages).isEqualTo(others);
  }

  @Test
  void operator_findsWhateverTheAccount() throws Exception {
    assertThat(found(new Portal(port, TestGateway.OPERATOR), "Key-" + mark)).containsExactly(id);
    assertThat(found(new Portal(port, TestGateway.OPERATOR), id)).containsExactly(id);
  }

  @Test
  void otherTenant_findsNothing() throws Exception {
    assertThat(found(new Portal(port, TestGateway.OTHER_OPERATOR), id)).isEmpty();
    assertThat(found(new Portal(port, TestGateway.OTHER_OPERATOR), "Key-" + mark)).isEmpty();
    assertThat(found(new Portal(port, TestGateway.OTHER_OPERATOR), "F " + mark)).isEmpty();
  }

  @Test
  void idThatNobodyHas_findsNothing() throws Exception {
    assertThat(found(portal, "unknown-" + mark)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "%20", "a%00b", "a%C2%85b", "a%E2%80%AEb", "a%E2%80%A8b"})
  void impossibleId_isRefused(String text) throws Exception {
    Refusal.assertProblem(portal.get(Portal.PATH + "?anyId=" + text), ErrorCode.PARAMETER_INVALID);
  }

  private String answered() throws Exception {
    postman.bring(id, "amt");
    return new Portal(port, TestGateway.PROCEDURE)
        .post(
            "/api/v1/mailboxes/amt/messages/" + id + "/acknowledge?status=processed",
            BodyPublishers.ofString("<bescheid/>"),
            "Content-Type",
            "application/xml")
        .field("replyId");
  }

  private static List<String> found(Portal caller, String anyId) throws Exception {
    var answer =
        caller.get(Portal.PATH + "?anyId=" + URLEncoder.encode(anyId, StandardCharsets.UTF_8));
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer.json().path("messages").findValuesAsString("id");
  }
}
