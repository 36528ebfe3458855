package de.amtsbote.gateway.entry;

import static org.assertj.core.api.Assertions.assertThat;

import de.amtsbote.gateway.GatewayTest;
import de.amtsbote.gateway.TestGateway;
import de.amtsbote.gateway.message.ErrorCode;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@GatewayTest
class UnknownCallerTest {

  @LocalServerPort int port;
  @Autowired StoredMessages stored;

  @Test
  void missingToken_isRefused() throws Exception {
    stored.assertRefused(ErrorCode.TOKEN_MISSING, () -> new Portal(port, null).submit("<a/>"));
  }

  @Test
  void wrongToken_isRefused() throws Exception {
    stored.assertRefused(ErrorCode.TOKEN_WRONG, () -> new Portal(port, "guessed").submit("<a/>"));
  }

  @Test
  void hashInsteadOfToken_isRefused() throws Exception {
    var hash = TestGateway.sha256(TestGateway.PORTAL);
    stored.assertRefused(ErrorCode.TOKEN_WRONG, () -> new Portal(port, hash).submit("<a/>"));
  }

  @Test
  void otherScheme_isRefused() throws Exception {
    stored.assertRefused(
        ErrorCode.TOKEN_MISSING,
        () -> new Portal(port, null).submit("<a/>", "Authorization", "Basic cG9ydGFsOngK"));
  }

  @Test
  void refusal_namesTheScheme() throws Exception {
    assertThat(new Portal(port, null).get(Portal.PATH).header("WWW-Authenticate"))
        .startsWith("Bearer");
  }

  @Test
  void operator_mayNotSubmit() throws Exception {
    stored.assertRefused(
        ErrorCode.ROLE_MISSING, () -> new Portal(port, TestGateway.OPERATOR).submit("<a/>"));
  }

  @Test
  void procedure_mayNotRead() throws Exception {
    stored.assertRefused(
        ErrorCode.ROLE_MISSING, () -> new Portal(port, TestGateway.PROCEDURE).get(Portal.PATH));
  }

  @Test
  void portal_mayNotReadMetrics() throws Exception {
    stored.assertRefused(ErrorCode.ROLE_MISSING, () -> Portal.at(port).get("/actuator/prometheus"));
  }
}
