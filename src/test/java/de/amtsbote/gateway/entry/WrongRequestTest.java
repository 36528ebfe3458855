package de.amtsbote.gateway.entry;

import static org.assertj.core.api.Assertions.assertThat;

import de.amtsbote.gateway.GatewayTest;
import de.amtsbote.gateway.message.ErrorCode;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@GatewayTest
class WrongRequestTest {

  @LocalServerPort int port;
  @Autowired StoredMessages stored;

  @Test
  void unknownPath_isNotFound() throws Exception {
    stored.assertRefused(ErrorCode.NOT_FOUND, () -> Portal.at(port).get("/api/v1/nothing"));
  }

  @Test
  void unknownPathOfAStranger_isRefusedAsSuch() throws Exception {
    stored.assertRefused(ErrorCode.TOKEN_MISSING, () -> new Portal(port, null).get("/whatever"));
  }

  @Test
  void wrongMethod_isNamedWithTheRightOnes() throws Exception {
    var answer = Portal.at(port).send("DELETE", Portal.PATH);

    Refusal.assertProblem(answer, ErrorCode.METHOD_NOT_ALLOWED);
    assertThat(answer.header("Allow")).isEqualTo("GET, POST");
  }

  @Test
  void answerInAnotherFormat_isRefusedBeforeAnythingIsStored() throws Exception {
    stored.assertRefused(
        ErrorCode.NOT_ACCEPTABLE, () -> Portal.at(port).submit("<a/>", "Accept", "text/csv"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"with blank", "two,parts and more", ""})
  void unusableIdempotencyKey_isRefused(String key) throws Exception {
    stored.assertRefused(
        ErrorCode.PARAMETER_INVALID, () -> Portal.at(port).submit("<a/>", "Idempotency-Key", key));
  }

  @Test
  void pathWithTricks_isRefused() throws Exception {
    stored.assertRefused(
        ErrorCode.REQUEST_BROKEN, () -> Portal.at(port).get("/api/v1/messages/..;/x"));
  }

  @Test
  void requestThatIsNoHttp_isRefused() throws Exception {
    try (var socket = new Socket("localhost", port)) {
      socket
          .getOutputStream()
          .write("GET /a b{}| HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
      var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(answer)
          .startsWith("HTTP/1.1 400")
          .contains("application/problem+json", ErrorCode.REQUEST_BROKEN.code())
          .doesNotContain("Tomcat", "Exception");
    }
  }
}
