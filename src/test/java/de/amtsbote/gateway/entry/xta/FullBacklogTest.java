package de.amtsbote.gateway.entry.xta;

import static org.assertj.core.api.Assertions.assertThat;

import de.amtsbote.gateway.GatewayTest;
import de.amtsbote.gateway.TestXta;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.test.context.TestPropertySource;

/** A gateway that may have no message under way takes none over XTA, but answers what asks. */
@GatewayTest
@TestPropertySource(properties = "amtsbote.limits.backlog=0")
class FullBacklogTest {

  @Autowired ServletWebServerApplicationContext gateway;

  @Test
  void message_isRefusedWithTheTimeToComeBack() throws Exception {
    var answer = portal().send(Soap.send(new Order(), "<a/>"));

    assertThat(answer.fault()).isEqualTo("XTAWSTechnicalProblemException 9030");
    assertThat(answer.value("Text")).contains("AB-1033");
    assertThat(Integer.parseInt(answer.retryAfter())).isPositive();
  }

  @Test
  void messageToAnAddressInOtherLetters_isRefusedToo() throws Exception {
    var answer = portal().post("%73end", Soap.send(new Order(), "<a/>"));

    assertThat(answer.fault()).isEqualTo("XTAWSTechnicalProblemException 9030");
  }

  @ParameterizedTest
  @ValueSource(strings = {"send/", "send/more", "send/more/still", "elsewhere"})
  void messageToAnAddressBelow_findsNobody(String path) throws Exception {
    assertThat(portal().post(path, Soap.send(new Order(), "<a/>")).status()).isEqualTo(404);
  }

  @Test
  void question_isAnswered() throws Exception {
    var answer = portal().management(Soap.call(Soap.XTA + "CheckAccountActive"));

    assertThat(answer.status()).isEqualTo(200);
  }

  private XtaCaller portal() {
    return new XtaCaller(gateway, TestXta.PORTAL);
  }
}
