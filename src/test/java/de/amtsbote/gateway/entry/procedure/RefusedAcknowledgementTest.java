package de.amtsbote.gateway.entry.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import de.amtsbote.gateway.GatewayTest;
import de.amtsbote.gateway.TestClamd;
import de.amtsbote.gateway.TestGateway;
import de.amtsbote.gateway.entry.Portal;
import de.amtsbote.gateway.entry.StoredMessages;
import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.MessageId;
import de.amtsbote.gateway.message.MessageState;
import de.amtsbote.gateway.message.MessageStore;
import java.io.ByteArrayInputStream;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What is refused leaves the message where it was, and nothing of an answer behind. */
@GatewayTest
class RefusedAcknowledgementTest {

  @LocalServerPort int port;
  @Autowired Postman postman;
  @Autowired MessageStore store;
  @Autowired StoredMessages stored;
  Procedure procedure;
  String id;

  @BeforeEach
  void messageWaits() throws Exception {
    procedure = Procedure.at(port);
    id = Portal.at(port).submit("<a/>").field("id");
    postman.bring(id, "amt");
  }

  @AfterEach
  void messageStillWaits() {
    assertThat(store.get(MessageId.parse(id)).state()).isEqualTo(MessageState.SENT);
  }

  @Test
  void oversizeAnswer_isRefusedBeforeItIsRead() throws Exception {
    stored.assertRefused(
        ErrorCode.BODY_TOO_LARGE,
        () -> procedure.answers(id, "?status=processed", "x".repeat(TestGateway.LIMIT + 1)));
  }

  @Test
  void oversizeAnswerWithoutLength_isRefusedWhenItGetsTooLong() throws Exception {
    var body = new byte[TestGateway.LIMIT + 1];
    stored.assertRefused(
        ErrorCode.BODY_TOO_LARGE,
        () ->
            new Portal(port, TestGateway.PROCEDURE)
                .post(
                    Procedure.AMT + "/" + id + "/acknowledge?status=processed",
                    BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)),
                    "Content-Type",
                    "application/xml"));
  }

  @Test
  void oversizeJson_isRefused() throws Exception {
    stored.assertRefused(
        ErrorCode.BODY_TOO_LARGE, () -> procedure.says(id, Procedure.rejected("x".repeat(10_000))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"text/plain", "application/pdf", "application/x-www-form-urlencoded", "x"})
  void otherContentType_isRefused(String type) throws Exception {
    stored.assertRefused(
        ErrorCode.MEDIA_TYPE_UNKNOWN,
        () -> procedure.post(id, "/acknowledge", "status=processed", "Content-Type", type));
  }

  @Test
  void bodyWithoutContentType_isRefused() throws Exception {
    stored.assertRefused(
        ErrorCode.MEDIA_TYPE_UNKNOWN, () -> procedure.post(id, "/acknowledge", "<a/>"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"status\": \"done\"}",
        "{\"status\": null}",
        "[]",
        "null",
        "nonsense",
        "{\"status\": \"processed\", \"more\": 1}"
      })
  void jsonThatSaysNothingKnown_isRefused(String json) throws Exception {
    stored.assertRefused(ErrorCode.PARAMETER_INVALID, () -> procedure.says(id, json));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "no", "\\u0000\\u0007\\u0007\\u0007"})
  void rejectionWithoutReason_isRefused(String reason) throws Exception {
    stored.assertRefused(
        ErrorCode.REASON_MISSING, () -> procedure.says(id, Procedure.rejected(reason)));
  }

  @Test
  void statusThatIsGivenTwice_isRefused() throws Exception {
    stored.assertRefused(
        ErrorCode.PARAMETER_INVALID,
        () ->
            procedure.post(
                id,
                "/acknowledge?status=accepted",
                Procedure.status("processed"),
                "Content-Type",
                "application/json"));
  }

  @Test
  void emptyAnswer_isRefused() throws Exception {
    stored.assertRefused(
        ErrorCode.BODY_EMPTY, () -> procedure.answers(id, "?status=processed", ""));
  }

  @Test
  void infectedAnswer_isRefused() throws Exception {
    stored.assertRefused(
        ErrorCode.CONTENT_INFECTED,
        () ->
            procedure.answers(id, "?status=processed", "<a>%s</a>".formatted(TestClamd.SIGNATURE)));
  }

  @Test
  void answerWithoutStatus_isRefused() throws Exception {
    stored.assertRefused(ErrorCode.PARAMETER_INVALID, () -> procedure.answers(id, "", "<a/>"));
  }

  @Test
  void attachmentWithoutDocument_isRefused() throws Exception {
    stored.assertRefused(
        ErrorCode.PAYLOAD_MISSING,
        () ->
            procedure.answersInAForm(
                id,
                """
                --cut
                Content-Disposition: form-data; name="status"

                processed
                --cut
                Content-Disposition: form-data; name="attachment"; filename="a.pdf"

                x
                --cut--
                """));
  }

  @Test
  void partThatNobodyKnows_isRefused() throws Exception {
    stored.assertRefused(
        ErrorCode.PART_UNEXPECTED,
        () ->
            procedure.answersInAForm(
                id, "--cut\nContent-Disposition: form-data; name=\"reader\"\n\nags:9\n--cut--\n"));
  }

  @Test
  void formThatEndsEarly_isRefused() throws Exception {
    stored.assertRefused(
        ErrorCode.MULTIPART_BROKEN,
        () ->
            procedure.answersInAForm(
                id,
                "--cut\nContent-Disposition: form-data; name=\"status\"\n\nprocessed\n--cut\n"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/xml\r\nContent-Length: 100000\r\n\r\n<a>half",
        "application/json\r\nContent-Length: 100000\r\n\r\n{\"status\": \"processed\"}",
        "application/xml\r\nTransfer-Encoding: chunked\r\n\r\n1000\r\n<a>half of a chunk",
        "application/json\r\nTransfer-Encoding: chunked\r\n\r\nnonsense\r\n"
      })
  void connectionThatClosesInTheMiddle_leavesNothing(String rest) throws Exception {
    var before = stored.counts();
    try (var socket = new Socket("localhost", port)) {
      var head =
          "POST "
              + Procedure.AMT
              + "/"
              + id
              + "/acknowledge?status=processed HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
              + TestGateway.PROCEDURE
              + "\r\nContent-Type: ";
      socket.getOutputStream().write((head + rest).getBytes(StandardCharsets.US_ASCII));
      socket.shutdownOutput();
      var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(answer).contains(ErrorCode.REQUEST_BROKEN.code());
    }
    assertThat(stored.counts()).isEqualTo(before);
    stored.assertNoFile();
  }

  @Test
  void otherAccount_cannotSpeakForTheReader() throws Exception {
    stored.assertRefused(
        ErrorCode.MAILBOX_UNKNOWN,
        () ->
            Procedure.at(port, TestGateway.OTHER_PROCEDURE, "amt")
                .answers(id, "?status=processed", "<a/>"));
  }
}
