package de.amtsbote.gateway.entry;

import static org.assertj.core.api.Assertions.assertThat;

import de.amtsbote.gateway.GatewayTest;
import de.amtsbote.gateway.TestGateway;
import de.amtsbote.gateway.message.ErrorCode;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/** A gateway that may have no message under way is always full. */
@GatewayTest
@TestPropertySource(properties = "amtsbote.limits.backlog=0")
class BacklogFullTest {

  @LocalServerPort int port;
  @Autowired StoredMessages stored;

  @Test
  void message_isRefusedAndNothingStored() throws Exception {
    stored.assertRefused(ErrorCode.BACKLOG_FULL, () -> Portal.at(port).submit("<a/>"));
  }

  @Test
  void portal_isToldWhenToComeBack() throws Exception {
    Later.assertRefused(Portal.at(port).submit("<a/>"), ErrorCode.BACKLOG_FULL);
  }

  @Test
  void orderOverOsci_isRefusedToo() throws Exception {
    var answer = new Portal(port, null).post("/osci/intermediary", Portal.NOTHING);

    Later.assertRefused(answer, ErrorCode.BACKLOG_FULL);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/v1/%6Dessages", "/%61pi/v1/messages", "/api/v1/%6dailboxes/amt/x"})
  void messageToAnAddressInOtherLetters_isRefusedToo(String path) throws Exception {
    var answer =
        Portal.at(port)
            .post(path, BodyPublishers.ofString("<a/>"), "Content-Type", "application/xml");

    Later.assertRefused(answer, ErrorCode.BACKLOG_FULL);
  }

  @ParameterizedTest
  @ValueSource(strings = {"application/json+xml", "application/jsonx+xml"})
  void answerWhoseTypeSoundsLikeJson_isRefusedToo(String type) throws Exception {
    for (var what : List.of("replies", "acknowledge")) {
      var path = "/api/v1/mailboxes/replies/messages/x/" + what;
      var answer =
          Portal.at(port).post(path, BodyPublishers.ofString("<a/>"), "Content-Type", type);

      Later.assertRefused(answer, ErrorCode.BACKLOG_FULL);
    }
  }

  @Test
  void statementOfAReader_isStillTaken() throws Exception {
    var answer =
        Portal.at(port)
            .post(
                "/api/v1/mailboxes/replies/messages/x/acknowledge",
                BodyPublishers.ofString("{}"),
                "Content-Type",
                "application/json");

    Refusal.assertProblem(answer, ErrorCode.MAILBOX_UNKNOWN);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/%6Fsci/intermediary", "/osci/%69ntermediary"})
  void orderToAnAddressInOtherLetters_isRefusedToo(String path) throws Exception {
    Later.assertRefused(new Portal(port, null).post(path, Portal.NOTHING), ErrorCode.BACKLOG_FULL);
  }

  @Test
  void whatIsThere_isStillShown() throws Exception {
    assertThat(Portal.at(port).get(Portal.PATH).status()).isEqualTo(200);
    assertThat(Portal.at(port).get("/api/v1/events").status()).isEqualTo(200);
  }

  @Test
  void health_tellsThatNothingIsTakenIn() throws Exception {
    var health = new Portal(port, TestGateway.OPERATOR).get("/actuator/health");

    assertThat(health.status()).isEqualTo(503);
    assertThat(health.json().path("components").path("intake").path("status").asString())
        .isEqualTo("OUT_OF_SERVICE");
    assertThat(health.text()).contains("\"backlogFull\":true");
  }

  @Test
  void refusals_areCountedByTheirCode() throws Exception {
    Portal.at(port).submit("<a/>");

    assertThat(new Portal(port, TestGateway.OPERATOR).get("/actuator/prometheus").text())
        .contains("amtsbote_intake_refused_total{code=\"AB-1033\"}");
  }
}
