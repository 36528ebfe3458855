package de.amtsbote.gateway.entry.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import de.amtsbote.gateway.GatewayTest;
import de.amtsbote.gateway.TestGateway;
import de.amtsbote.gateway.entry.Portal;
import de.amtsbote.gateway.entry.Refusal;
import de.amtsbote.gateway.message.EntryKind;
import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.MessageId;
import de.amtsbote.gateway.message.MessageState;
import de.amtsbote.gateway.message.MessageStore;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@GatewayTest
class ReplyTest {

  private static final String FORM =
      """
      --cut
      Content-Disposition: form-data; name="status"

      processed
      --cut
      Content-Disposition: form-data; name="payload"; filename="bescheid.xml"
      Content-Type: application/xml

      <bescheid/>
      --cut
      Content-Disposition: form-data; name="attachment"; filename="Bescheid.pdf"
      Content-Type: application/pdf

      %PDF-1.7
      --cut--
      """;

  @LocalServerPort int port;
  @Autowired Postman postman;
  @Autowired MessageStore store;
  Procedure procedure;
  Portal portal;
  Procedure portalBox;
  String id;

  @BeforeEach
  void messageWaits() throws Exception {
    procedure = Procedure.at(port);
    portal = Portal.at(port);
    portalBox = Procedure.at(port, TestGateway.PORTAL, "replies");
    id =
        portal
            .submit(
                "<a/>",
                "Amtsbote-Reader",
                "ags:1",
                "Amtsbote-Service",
                "bau",
                "Amtsbote-Process-Ref",
                "FALL-1")
            .field("id");
    postman.bring(id, "amt");
  }

  @Test
  void xmlBody_isTheAnswer() throws Exception {
    var answer = procedure.answers(id, "?status=processed", "<bescheid/>");

    var reply = store.get(MessageId.parse(answer.field("replyId")));
    assertThat(reply.entry().kind()).isEqualTo(EntryKind.REPLY);
    assertThat(reply.entry().account()).isEqualTo("verfahren");
    assertThat(reply.traits().author()).isEqualTo("ags:1");
    assertThat(reply.traits().service()).isEqualTo("bau");
    try (var content = store.open(reply.id(), 0)) {
      assertThat(new String(content.readAllBytes(), StandardCharsets.UTF_8))
          .isEqualTo("<bescheid/>");
    }
    assertThat(store.get(MessageId.parse(id)).state()).isEqualTo(MessageState.COMPLETED);
  }

  @Test
  void form_bringsStatusAnswerAndAttachments() throws Exception {
    var answer = procedure.answersInAForm(id, FORM);

    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    assertThat(store.get(MessageId.parse(answer.field("replyId"))).attachments()).hasSize(1);
  }

  @Test
  void formWithoutAnswer_isAnAcknowledgementToo() throws Exception {
    var answer =
        procedure.answersInAForm(
            id,
            """
            --cut
            Content-Disposition: form-data; name="status"

            accepted
            --cut--
            """);

    assertThat(answer.field("status")).isEqualTo("ACCEPTED");
    assertThat(answer.json().path("replyId").isNull()).isTrue();
  }

  @Test
  void sameAnswerAgain_isOneAnswer() throws Exception {
    var first = procedure.answersInAForm(id, FORM);

    assertThat(procedure.answersInAForm(id, FORM).text()).isEqualTo(first.text());
    assertThat(portal.get(Portal.PATH + "/" + id).json().path("replies")).hasSize(1);
  }

  @Test
  void otherAnswerUnderTheSameStatus_isAContradictionAndLeavesNothing() throws Exception {
    procedure.answersInAForm(id, FORM);

    Refusal.assertProblem(
        procedure.answersInAForm(id, FORM.replace("<bescheid/>", "<anders/>")),
        ErrorCode.ACKNOWLEDGED_OTHERWISE);
    assertThat(portal.get(Portal.PATH + "/" + id).json().path("replies")).hasSize(1);
  }

  @Test
  void answer_waitsForThePortalWithItsCaseAndWhatItAnswers() throws Exception {
    var reply = procedure.answersInAForm(id, FORM).field("replyId");
    postman.bring(reply, "replies");

    var waiting = portalBox.describe(reply).json();

    assertThat(waiting.path("inReplyTo").asString()).isEqualTo(id);
    assertThat(waiting.path("processRef").asString()).isEqualTo("FALL-1");
    assertThat(portalBox.fetch(reply).text())
        .contains("<bescheid/>", "\"inReplyTo\" : \"" + id + "\"");
    assertThat(portal.get(Portal.PATH + "/" + id).json().path("replies").toString())
        .contains(reply);
  }

  @Test
  void portal_isToldOfTheAnswer() throws Exception {
    var reply = procedure.answersInAForm(id, FORM).field("replyId");
    postman.bring(reply, "replies");

    var events = portal.get("/api/v1/events?limit=1000&after=").json().path("events");
    while (events.size() == 1000) {
      events = portal.get("/api/v1/events?limit=1000&after=" + events.size()).json().path("events");
    }

    assertThat(events.toString())
        .contains("de.amtsbote.message.reply")
        .contains("\"processRef\":\"FALL-1\"")
        .contains("\"replyId\":\"" + reply + "\"");
  }

  @Test
  void portal_acknowledgesTheAnswerLikeAnyReader() throws Exception {
    var reply = procedure.answersInAForm(id, FORM).field("replyId");
    postman.bring(reply, "replies");

    portalBox.says(reply, Procedure.status("processed"));

    assertThat(store.get(MessageId.parse(reply)).state()).isEqualTo(MessageState.COMPLETED);
  }

  @Test
  void procedure_followsItsAnswerAndNothingElse() throws Exception {
    var reply = procedure.answersInAForm(id, FORM).field("replyId");
    var own = new Portal(port, TestGateway.PROCEDURE);

    var seen = own.get(Portal.PATH + "/" + reply).json();

    assertThat(seen.path("state").asString()).isEqualTo("RECEIVED");
    assertThat(seen.path("inReplyTo").asString()).isEqualTo(id);
    Refusal.assertProblem(own.get(Portal.PATH + "/" + id), ErrorCode.MESSAGE_UNKNOWN);
    Refusal.assertProblem(own.get(Portal.PATH), ErrorCode.ROLE_MISSING);
  }

  @Test
  void otherPortal_doesNotSeeTheAnswer() throws Exception {
    var reply = procedure.answersInAForm(id, FORM).field("replyId");
    postman.bring(reply, "replies");

    Refusal.assertProblem(
        Procedure.at(port, TestGateway.GREEDY, "replies").fetch(reply), ErrorCode.MAILBOX_UNKNOWN);
  }

  @Test
  void furtherAnswers_canFollow_eachOncePerKey() throws Exception {
    procedure.says(id, Procedure.status("accepted"));

    var first = further("<rueckfrage/>", "frage-" + id);
    var again = further("<rueckfrage/>", "frage-" + id);
    var second = further("<bescheid/>", "bescheid-" + id);

    assertThat(first.status()).isEqualTo(202);
    assertThat(first.header("Location")).isEqualTo(Portal.PATH + "/" + first.field("id"));
    assertThat(again.text()).isEqualTo(first.text());
    assertThat(portal.get(Portal.PATH + "/" + id).json().path("replies")).hasSize(2);
    assertThat(second.field("id")).isNotEqualTo(first.field("id"));
    Refusal.assertProblem(further("<anders/>", "frage-" + id), ErrorCode.IDEMPOTENCY_CONFLICT);
  }

  @Test
  void sameAnswerUnderTheSameKey_isNoAnswerToAnotherMessage() throws Exception {
    var key = "bewilligt-" + id;
    further("<bewilligt/>", key);
    id = portal.submit("<a/>", "Amtsbote-Reader", "ags:1", "Amtsbote-Service", "bau").field("id");
    postman.bring(id, "amt");

    Refusal.assertProblem(further("<bewilligt/>", key), ErrorCode.IDEMPOTENCY_CONFLICT);
    assertThat(portal.get(Portal.PATH + "/" + id).json().path("replies")).isEmpty();
  }

  private Portal.Answer further(String xml, String key) throws Exception {
    return procedure.post(
        id, "/replies", xml, "Content-Type", "application/xml", "Idempotency-Key", key);
  }
}
