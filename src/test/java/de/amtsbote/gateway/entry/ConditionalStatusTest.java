package de.amtsbote.gateway.entry;

import static org.assertj.core.api.Assertions.assertThat;

import de.amtsbote.gateway.GatewayTest;
import de.amtsbote.gateway.TestGateway;
import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.MessageId;
import de.amtsbote.gateway.message.MessageState;
import de.amtsbote.gateway.message.MessageStore;
import de.amtsbote.gateway.message.Note;
import de.amtsbote.gateway.message.TransmissionKind;
import de.amtsbote.gateway.message.TransmissionStore;
import de.amtsbote.gateway.message.correlation.Correlation;
import de.amtsbote.gateway.message.correlation.CorrelationStore;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** Whoever asks often is answered shortly while nothing changes. */
@GatewayTest
class ConditionalStatusTest {

  @LocalServerPort int port;
  @Autowired MessageStore store;
  @Autowired TransmissionStore transmissions;
  @Autowired JdbcTemplate jdbc;
  Portal portal;
  @Autowired CorrelationStore correlations;
  MessageId id;
  String tag;

  @BeforeEach
  void submit() throws Exception {
    portal = Portal.at(port);
    id = MessageId.parse(portal.submit("<a/>").field("id"));
    tag = portal.get(Portal.PATH + "/" + id).header("ETag");
  }

  @Test
  void unchangedMessage_isAnsweredWithoutABody() throws Exception {
    var answer = again();

    assertThat(answer.status()).isEqualTo(304);
    assertThat(answer.text()).isEmpty();
    assertThat(answer.header("ETag")).isEqualTo(tag);
  }

  @Test
  void move_isSeen() throws Exception {
    store.move(id, MessageState.VALIDATED, Note.SYSTEM);

    assertThat(again().status()).isEqualTo(200);
    assertThat(again().header("ETag")).isNotEqualTo(tag);
  }

  @Test
  void changeOfAHandOver_isSeen() throws Exception {
    var transmission = transmissions.open(id, TransmissionKind.OSCI, "amt via stadt");
    assertThat(again().status()).isEqualTo(200);
    tag = portal.get(Portal.PATH + "/" + id).header("ETag");

    transmissions.reserve(transmission.id(), "osci-" + id);

    assertThat(again().status()).isEqualTo(200);
  }

  @Test
  void waitingForTheNextAttempt_isSeen() throws Exception {
    store.retryAt(id, Instant.parse("2030-01-01T00:00:00Z"), Note.SYSTEM);

    assertThat(again().status()).isEqualTo(200);
  }

  @Test
  void answerMayBeKept_butMustBeAskedAbout() throws Exception {
    assertThat(portal.get(Portal.PATH + "/" + id).header("Cache-Control"))
        .contains("no-cache", "private")
        .doesNotContain("no-store");
  }

  @Test
  void answerToAMessageThatWasStill_isSeenAlsoByWhoAsksWithATimeOnly() throws Exception {
    jdbc.update("update message set updated_at = '2026-01-01T10:00:00Z' where id = ?", id.value());
    var reply = MessageId.parse(portal.submit("<reply/>").field("id"));
    correlations.keep(reply, new Correlation(null, null, id));

    var answer =
        portal.get(Portal.PATH + "/" + id, "If-Modified-Since", "Thu, 01 Jan 2026 10:00:00 GMT");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().path("replies").get(0).asString()).isEqualTo(reply.toString());
    assertThat(again().status()).isEqualTo(200);
  }

  @Test
  void stranger_learnsNothingFromATag() throws Exception {
    Refusal.assertProblem(
        new Portal(port, TestGateway.OTHER_TENANT)
            .get(Portal.PATH + "/" + id, "If-None-Match", tag),
        ErrorCode.MESSAGE_UNKNOWN);
  }

  private Portal.Answer again() throws Exception {
    return portal.get(Portal.PATH + "/" + id, "If-None-Match", tag);
  }
}
