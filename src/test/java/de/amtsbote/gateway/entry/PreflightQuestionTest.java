package de.amtsbote.gateway.entry;

import de.amtsbote.gateway.GatewayTest;
import de.amtsbote.gateway.message.ErrorCode;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Questions that ask nothing. */
@GatewayTest
class PreflightQuestionTest {

  @LocalServerPort int port;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "[]",
        "nonsense",
        "{\"reader\": {}}",
        "{\"size\": -1}",
        "{\"attachments\": -1}"
      })
  void questionThatIsNoneOfOurs_isRefused(String json) throws Exception {
    var answer =
        Portal.at(port)
            .post(
                PreflightController.PATH,
                BodyPublishers.ofString(json),
                "Content-Type",
                "application/json");

    Refusal.assertProblem(answer, ErrorCode.PARAMETER_INVALID);
  }
}
