package de.amtsbote.gateway.entry.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import de.amtsbote.gateway.GatewayTest;
import de.amtsbote.gateway.TestGateway;
import de.amtsbote.gateway.entry.Portal;
import de.amtsbote.gateway.entry.Refusal;
import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.GatewayException;
import de.amtsbote.gateway.message.MessageId;
import de.amtsbote.gateway.message.MessageState;
import de.amtsbote.gateway.message.MessageStore;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

@GatewayTest
class MailboxFetchTest {

  @LocalServerPort int port;
  @Autowired Postman postman;
  @Autowired MessageStore store;
  @Autowired JdbcTemplate jdbc;
  Procedure procedure;
  String id;

  @BeforeEach
  void messageWaits() throws Exception {
    procedure = Procedure.at(port);
    id =
        Portal.at(port)
            .submitMultipart(
                """
                --cut
                Content-Disposition: form-data; name="payload"; filename="antrag.xml"
                Content-Type: application/xml

                <antrag>ä</antrag>
                --cut
                Content-Disposition: form-data; name="attachment"; filename="../Plan.pdf"
                Content-Type: application/pdf

                %PDF-1.7
                --cut
                Content-Disposition: form-data; name="processRef"

                FALL-7
                --cut--
                """)
            .field("id");
    postman.bring(id, "amt");
  }

  @Test
  void message_comesAsAFormWithMetadataPayloadAndAttachments() throws Exception {
    var answer = procedure.fetch(id);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Content-Type")).startsWith("multipart/form-data; boundary=");
    assertThat(answer.text())
        .contains("name=\"metadata\"", "\"processRef\" : \"FALL-7\"", "<antrag>ä</antrag>")
        .contains("name=\"attachment\"; filename=\"Plan.pdf\"", "%PDF-1.7")
        .endsWith("--\r\n");
  }

  @Test
  void length_isKnownBeforehand() throws Exception {
    var answer = procedure.fetch(id);

    assertThat(answer.header("Content-Length"))
        .isEqualTo(String.valueOf(answer.text().getBytes("UTF-8").length));
  }

  @Test
  void fetching_changesNothing() throws Exception {
    procedure.fetch(id);

    assertThat(store.get(MessageId.parse(id)).state()).isEqualTo(MessageState.SENT);
    assertThat(procedure.fetch(id).text()).isEqualTo(procedure.fetch(id).text());
  }

  @Test
  void whoHasItAlready_needNotFetchItAgain() throws Exception {
    var tag = procedure.fetch(id).header("ETag");

    var again = procedure.fetch(id, "If-None-Match", tag);

    assertThat(again.status()).isEqualTo(304);
    assertThat(again.text()).isEmpty();
    assertThat(procedure.fetch(id, "If-None-Match", "\"another\"").status()).isEqualTo(200);
  }

  @Test
  void timeOfArrival_isLastModified() throws Exception {
    var modified = procedure.fetch(id).header("Last-Modified");

    assertThat(procedure.fetch(id, "If-Modified-Since", modified).status()).isEqualTo(304);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"*/*", "multipart/*", "application/json;q=0.5, */*", "image/png, */*;q=0.1"})
  void message_isWhatWhoeverDoesNotAskForJsonGets(String accept) throws Exception {
    var answer =
        new Portal(port, TestGateway.PROCEDURE).get(Procedure.AMT + "/" + id, "Accept", accept);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Content-Type")).startsWith("multipart/form-data");
  }

  @Test
  void message_isWhatWhoeverSaysNothingGets() throws Exception {
    var answer = new Portal(port, TestGateway.PROCEDURE).get(Procedure.AMT + "/" + id);

    assertThat(answer.header("Content-Type")).startsWith("multipart/form-data");
  }

  @ParameterizedTest
  @ValueSource(strings = {"application/json", "application/json, */*;q=0.1", "application/*"})
  void description_isWhatWhoeverPrefersJsonGets(String accept) throws Exception {
    var answer =
        new Portal(port, TestGateway.PROCEDURE).get(Procedure.AMT + "/" + id, "Accept", accept);

    assertThat(answer.header("Content-Type")).startsWith("application/json");
    assertThat(answer.field("id")).isEqualTo(id);
  }

  @Test
  void typeThatNobodyGives_isNotAcceptable() throws Exception {
    Refusal.assertProblem(
        new Portal(port, TestGateway.PROCEDURE)
            .get(Procedure.AMT + "/" + id, "Accept", "image/png"),
        ErrorCode.NOT_ACCEPTABLE);
  }

  @Test
  void description_comesAsJson() throws Exception {
    var answer = procedure.describe(id).json();

    assertThat(answer.path("parts").get(1).path("name").asString()).isEqualTo("Plan.pdf");
    assertThat(answer.path("parts").get(1).path("sha256").asString()).hasSize(64);
    assertThat(answer.path("acknowledgements")).isEmpty();
  }

  @Test
  void messageThatIsNotThere_isUnknown() throws Exception {
    Refusal.assertProblem(procedure.fetch(UUID.randomUUID().toString()), ErrorCode.MAILBOX_UNKNOWN);
    Refusal.assertProblem(procedure.fetch("nonsense"), ErrorCode.MAILBOX_UNKNOWN);
    Refusal.assertProblem(
        Procedure.at(port, TestGateway.PROCEDURE, "zweitstelle").fetch(id),
        ErrorCode.MAILBOX_UNKNOWN);
  }

  @Test
  void messageThatExpired_isGoneFromTheMailbox() throws Exception {
    store.end(
        MessageId.parse(id),
        MessageState.EXPIRED,
        new GatewayException(ErrorCode.PICKUP_EXPIRED, "nobody came"));

    assertThat(procedure.list("").text()).doesNotContain(id);
    Refusal.assertProblem(procedure.fetch(id), ErrorCode.PICKUP_EXPIRED);
    Refusal.assertProblem(
        procedure.says(id, Procedure.status("accepted")), ErrorCode.PICKUP_EXPIRED);
  }

  @Test
  void messageThatAnOperatorRejected_isWithdrawn() throws Exception {
    store.park(MessageId.parse(id), new GatewayException(ErrorCode.ROUTE_FAILED, "second step"));
    store.reject(
        MessageId.parse(id), new GatewayException(ErrorCode.REJECTED_BY_OPERATOR, "a mistake"));

    Refusal.assertProblem(procedure.fetch(id), ErrorCode.WITHDRAWN);
  }

  @Test
  void erasedContent_isSaidToBeGone() throws Exception {
    jdbc.update(
        "update message set wrapped_key = null, key_id = null where id = ?", UUID.fromString(id));

    Refusal.assertProblem(procedure.fetch(id), ErrorCode.CONTENT_ERASED);
  }
}
