package de.amtsbote.gateway.entry.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import de.amtsbote.gateway.GatewayTest;
import de.amtsbote.gateway.TestGateway;
import de.amtsbote.gateway.entry.Portal;
import de.amtsbote.gateway.entry.Refusal;
import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.MessageId;
import de.amtsbote.gateway.message.MessageState;
import de.amtsbote.gateway.message.MessageStore;
import de.amtsbote.gateway.message.TimelineEvent;
import de.amtsbote.gateway.message.TransmissionState;
import de.amtsbote.gateway.message.TransmissionStore;
import de.amtsbote.gateway.message.audit.TimelineAuditStore;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@GatewayTest
class AcknowledgeTest {

  @LocalServerPort int port;
  @Autowired Postman postman;
  @Autowired MessageStore store;
  @Autowired TransmissionStore transmissions;
  @Autowired TimelineAuditStore audit;
  Procedure procedure;
  String id;

  @BeforeEach
  void messageWaits() throws Exception {
    procedure = Procedure.at(port);
    id = Portal.at(port).submit("<a/>").field("id");
    postman.bring(id, "amt");
  }

  @Test
  void acceptedMessage_isDelivered() throws Exception {
    var answer = procedure.says(id, Procedure.status("accepted"));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.field("status")).isEqualTo("ACCEPTED");
    assertThat(state()).isEqualTo(MessageState.DELIVERED);
    assertThat(transmissions.of(message()).get(0).state()).isEqualTo(TransmissionState.DELIVERED);
    assertThat(procedure.list("").text()).doesNotContain(id);
  }

  @Test
  void processedMessage_isCompletedThroughDelivered() throws Exception {
    procedure.says(id, Procedure.status("processed"));

    assertThat(state()).isEqualTo(MessageState.COMPLETED);
    assertThat(store.timeline(message()))
        .extracting(it -> it.event())
        .containsSubsequence(
            TimelineEvent.RECEIPT,
            TimelineEvent.ACKNOWLEDGED,
            TimelineEvent.DELIVERED,
            TimelineEvent.COMPLETED);
    assertThat(audit.verify(message())).isEmpty();
  }

  @Test
  void timeline_namesWhoSaidWhat() throws Exception {
    procedure.says(id, Procedure.status("processed"));

    var line =
        store.timeline(message()).stream()
            .filter(it -> it.event() == TimelineEvent.ACKNOWLEDGED)
            .findFirst()
            .orElseThrow();
    assertThat(line.actor()).isEqualTo("account:verfahren");
    assertThat(line.details())
        .containsEntry("status", "PROCESSED")
        .containsEntry("delivery", "amt");
  }

  @Test
  void acceptedMessage_canBeProcessedLater() throws Exception {
    procedure.says(id, Procedure.status("accepted"));

    procedure.says(id, Procedure.status("processed"));

    assertThat(state()).isEqualTo(MessageState.COMPLETED);
  }

  @Test
  void acceptedMessage_canBeRejectedLater_andItsSenderReadsWhy() throws Exception {
    procedure.says(id, Procedure.status("accepted"));

    procedure.says(id, Procedure.rejected("The plan is missing."));

    assertThat(state()).isEqualTo(MessageState.REJECTED);
    var reason = Portal.at(port).get(Portal.PATH + "/" + id).json().path("reason");
    assertThat(reason.path("code").asString()).isEqualTo("AB-3303");
    assertThat(reason.path("details").asString()).isEqualTo("The plan is missing.");
  }

  @Test
  void sameAcknowledgementAgain_getsTheFirstAnswerAndChangesNothing() throws Exception {
    var first = procedure.says(id, Procedure.status("processed"));
    var timeline = store.timeline(message());

    var second = procedure.says(id, Procedure.status("processed"));

    assertThat(second.status()).isEqualTo(200);
    assertThat(second.text()).isEqualTo(first.text());
    assertThat(store.timeline(message())).isEqualTo(timeline);
  }

  @Test
  void lateRepeatOfAnEarlierStep_getsItsAnswerAgain() throws Exception {
    var first = procedure.says(id, Procedure.status("accepted"));
    procedure.says(id, Procedure.status("processed"));

    assertThat(procedure.says(id, Procedure.status("accepted")).text()).isEqualTo(first.text());
    assertThat(state()).isEqualTo(MessageState.COMPLETED);
  }

  @Test
  void contradiction_isRefusedAndTheFirstStands() throws Exception {
    procedure.says(id, Procedure.status("processed"));

    Refusal.assertProblem(
        procedure.says(id, Procedure.rejected("No, after all.")), ErrorCode.ACKNOWLEDGED_OTHERWISE);
    Refusal.assertProblem(
        procedure.says(id, Procedure.status("accepted")), ErrorCode.ACKNOWLEDGED_OTHERWISE);
    assertThat(state()).isEqualTo(MessageState.COMPLETED);
  }

  @Test
  void rejectionForAnotherReason_isAContradiction() throws Exception {
    procedure.says(id, Procedure.rejected("The plan is missing."));

    Refusal.assertProblem(
        procedure.says(id, Procedure.rejected("Something else.")),
        ErrorCode.ACKNOWLEDGED_OTHERWISE);
  }

  @Test
  void messageForTwoMailboxes_isCompletedWhenBothHaveSpoken() throws Exception {
    var both = Portal.at(port).submit("<both/>").field("id");
    postman.bring(both, "amt", "zweitstelle");
    var second = Procedure.at(port, TestGateway.PROCEDURE, "zweitstelle");

    procedure.says(both, Procedure.status("processed"));
    assertThat(state(both)).isEqualTo(MessageState.SENT);
    second.says(both, Procedure.status("accepted"));
    assertThat(state(both)).isEqualTo(MessageState.DELIVERED);
    second.says(both, Procedure.status("processed"));

    assertThat(state(both)).isEqualTo(MessageState.COMPLETED);
  }

  @Test
  void messageThatOneOfTwoRefuses_isRejectedAfterTheOtherHasSpoken() throws Exception {
    var both = Portal.at(port).submit("<both/>").field("id");
    postman.bring(both, "amt", "zweitstelle");

    procedure.says(both, Procedure.rejected("Not ours."));
    assertThat(state(both)).isEqualTo(MessageState.SENT);
    Procedure.at(port, TestGateway.PROCEDURE, "zweitstelle")
        .says(both, Procedure.status("processed"));

    assertThat(state(both)).isEqualTo(MessageState.REJECTED);
  }

  @Test
  void acknowledgementWhileTheRouteStillRuns_movesNothingYet() throws Exception {
    var early = Portal.at(port).submit("<early/>").field("id");
    postman.layReady(early, "amt");

    assertThat(procedure.says(early, Procedure.status("processed")).status()).isEqualTo(200);

    assertThat(state(early)).isEqualTo(MessageState.RECEIVED);
  }

  @Test
  void manyAtOnce_takeItDownOnce() throws Exception {
    var calls = new ArrayList<Callable<String>>();
    for (var i = 0; i < 8; i++) {
      calls.add(() -> procedure.says(id, Procedure.status("processed")).text());
    }
    var pool = Executors.newFixedThreadPool(8);
    try {
      var answers = new ArrayList<String>();
      for (var call : pool.invokeAll(calls)) {
        answers.add(call.get());
      }
      assertThat(answers).allMatch(answers.get(0)::equals);
    } finally {
      pool.shutdownNow();
    }
    assertThat(store.timeline(message()))
        .filteredOn(it -> it.event() == TimelineEvent.ACKNOWLEDGED)
        .hasSize(1);
  }

  private MessageState state() {
    return state(id);
  }

  private MessageState state(String of) {
    return store.get(MessageId.parse(of)).state();
  }

  private MessageId message() {
    return MessageId.parse(id);
  }
}
