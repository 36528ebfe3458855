package de.amtsbote.gateway.entry.xta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.amtsbote.gateway.GatewayTest;
import de.amtsbote.gateway.TestXta;
import de.amtsbote.gateway.message.NodeName;
import de.amtsbote.gateway.operations.node.NodeStore;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;

/** A node that is taken out of service takes no message over XTA, and says so as XTA does. */
@GatewayTest
class DrainedServerTest {

  private static final Duration SOON = Duration.ofSeconds(20);

  @Autowired ServletWebServerApplicationContext gateway;
  @Autowired NodeStore nodes;
  @Autowired NodeName name;

  @BeforeEach
  void drain() throws Exception {
    nodes.order(name.value(), true, "update", "operator:meier");
    await().atMost(SOON).until(() -> portal().send(message()).text().contains("AB-1026"));
  }

  @AfterEach
  void inServiceAgain() {
    nodes.order(name.value(), false, null, null);
    await().atMost(SOON).until(() -> portal().send(message()).status() == 200);
  }

  @Test
  void message_isRefusedWithATypedFaultAndTheTimeToComeBack() throws Exception {
    var answer = portal().send(message());

    assertThat(answer.fault()).isEqualTo("XTAWSTechnicalProblemException 9030");
    assertThat(answer.retryAfter()).isEqualTo("30");
  }

  @Test
  void question_isAnswered() throws Exception {
    var answer = portal().management(Soap.call(Soap.XTA + "CheckAccountActive"));

    assertThat(answer.status()).isEqualTo(200);
  }

  private static Soap message() throws Exception {
    return Soap.send(new Order(), "<a/>");
  }

  private XtaCaller portal() {
    return new XtaCaller(gateway, TestXta.PORTAL);
  }
}
