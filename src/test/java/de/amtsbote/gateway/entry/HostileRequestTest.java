package de.amtsbote.gateway.entry;

import static org.assertj.core.api.Assertions.assertThat;

import de.amtsbote.gateway.GatewayTest;
import de.amtsbote.gateway.TestGateway;
import de.amtsbote.gateway.message.ErrorCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Requests that no portal sends by mistake, over HTTP. */
@GatewayTest
class HostileRequestTest {

  @LocalServerPort int port;

  @ParameterizedTest
  @ValueSource(strings = {"%FF", "%FF%FE", "%ED%A0%80", "%C3", "%00", "%0A"})
  void filterThatIsNoText_isRefused(String value) throws Exception {
    var answer = Portal.at(port).get("/api/v1/messages?standard=" + value);

    Refusal.assertProblem(answer, ErrorCode.PARAMETER_INVALID);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/%6Fsci/push/amt", "/osci/%70ush/amt", "/x%74a/send"})
  void servletInOtherLetters_isRefused(String path) throws Exception {
    Refusal.assertProblem(
        new Portal(port, null).post(path, Portal.NOTHING), ErrorCode.REQUEST_BROKEN);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/actuator", "/actuator/prometheus", "/actuator/env", "/actuator/heapdump"})
  void browserWithoutToken_isRefusedAtEndpointsForPrograms(String path) throws Exception {
    var answer = new Portal(port, null).get(path, "Accept", "text/html");

    Refusal.assertProblem(answer, ErrorCode.TOKEN_MISSING);
  }

  @Test
  void browserWithTheWrongRole_isRefusedAtEndpointsForPrograms() throws Exception {
    var answer =
        new Portal(port, TestGateway.PORTAL).get("/actuator/prometheus", "Accept", "text/html");

    Refusal.assertProblem(answer, ErrorCode.ROLE_MISSING);
  }

  @Test
  void refusalForStaff_isNoSecretPage() throws Exception {
    var answer = new Portal(port, TestGateway.OPERATOR).get("/actuator/heapdump");

    assertThat(answer.status()).isEqualTo(404);
  }
}
