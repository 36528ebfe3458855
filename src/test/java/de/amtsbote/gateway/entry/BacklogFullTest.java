package de.amtsbote.gateway.entry;

import static org.assertj.core.api.Assertions.assertThat;

import de.amtsbote.gateway.GatewayTest;
import de.amtsbote.gateway.TestGateway;
import de.amtsbote.gateway.message.ErrorCode;
import org.junit.jupiter.api.Test;
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
