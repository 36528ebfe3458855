package de.amtsbote.gateway.entry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.amtsbote.gateway.entry.body.PartHead;
import de.amtsbote.gateway.entry.body.RequestHead;
import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.MessageQuery;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.junit.jupiter.api.Test;
import org.springframework.http.ResponseEntity;
import org.springframework.mock.web.MockHttpServletRequest;

/** Input that no portal sends by mistake is refused as what it is, not as a failure of ours. */
class HostileInputTest {

  @Test
  void controlCharacterInAFilter_isRefused() {
    assertThatThrownBy(() -> new MessageQuery("stadt", null, "x\0", null, 1))
        .extracting("code")
        .isEqualTo(ErrorCode.PARAMETER_INVALID);
  }

  @Test
  void controlCharacterInAMediaType_isRefused() {
    assertThatThrownBy(() -> RequestHead.parse("text/xml; x=\"\0\""))
        .extracting("code")
        .isEqualTo(ErrorCode.MEDIA_TYPE_UNKNOWN);
  }

  @Test
  void loneCarriageReturnInThePartHeader_isRefused() {
    var header = "Content-Disposition: form-data; name=\"payload\"\r\nX: a\rY: b\r\n";

    assertThatThrownBy(() -> PartHead.parse(header))
        .extracting("code")
        .isEqualTo(ErrorCode.MULTIPART_BROKEN);
  }

  @Test
  void undecodableQuery_isRefusedAsSuch() {
    var request = new MockHttpServletRequest("GET", "/api/v1/messages");

    var answer = new ProblemAdvice().undecodable(new InvalidParameterException("x"), request);

    assertThat(((ResponseEntity<?>) answer).getStatusCode().value()).isEqualTo(400);
  }

  @Test
  void browserAtAnEndpointForPrograms_getsAProblem() {
    var request = new MockHttpServletRequest("GET", "/actuator/prometheus");
    request.addHeader("Accept", "text/html");

    var answer = new ProblemAdvice().undecodable(new InvalidParameterException("x"), request);

    assertThat(answer).isInstanceOf(ResponseEntity.class);
  }
}
