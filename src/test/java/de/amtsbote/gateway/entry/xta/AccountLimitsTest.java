package de.amtsbote.gateway.entry.xta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.amtsbote.gateway.GatewayTest;
import de.amtsbote.gateway.TestXta;
import de.amtsbote.gateway.entry.limits.IntakeGate;
import de.amtsbote.gateway.xta.v31.Contract;
import de.amtsbote.osci.testpki.TestIdentity;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;

/** XTA accounts that want too much are told, in a fault, when to come back. */
@GatewayTest
class AccountLimitsTest {

  @Autowired ServletWebServerApplicationContext gateway;
  @Autowired IntakeGate gate;

  @Test
  void callsBeyondTheRate_areRefused() throws Exception {
    var caller = caller(TestXta.HASTY);
    caller.management(check());
    caller.management(check());

    var answer = caller.management(check());

    assertToldToComeBack(answer, "AB-1034");
    assertThat(answer.value("Action")).isEqualTo(Soap.XTA + "CheckAccountActive");
  }

  @Test
  void bytesBeyondTheDay_areRefused() throws Exception {
    var caller = caller(TestXta.GREEDY);
    assertThat(caller.management(check()).status()).isEqualTo(200);

    assertToldToComeBack(caller.send(Soap.send(new Order(), "<a/>")), "AB-1036");
  }

  @Test
  void moreMessagesUnderWayThanAllowed_areRefused() throws Exception {
    var caller = caller(TestXta.BUSY);
    assertThat(caller.send(Soap.send(new Order(), "<a/>")).status()).isEqualTo(200);

    assertToldToComeBack(caller.send(Soap.send(new Order(), "<b/>")), "AB-1037");
    assertThat(caller.management(check()).status()).isEqualTo(200);
  }

  @Test
  void secondMessageAtTheSameTime_isRefused() throws Exception {
    try (var slow = begun(TestXta.BROAD)) {
      await().atMost(Duration.ofSeconds(60)).until(() -> gate.status().xta() == 1);

      assertToldToComeBack(caller(TestXta.BROAD).send(Soap.send(new Order(), "<a/>")), "AB-1035");
      assertThat(slow.isConnected()).isTrue();
    }
    await().atMost(Duration.ofSeconds(60)).until(() -> gate.status().xta() == 0);
  }

  @Test
  void messageLargerThanTheServerTakes_isRefusedBeforeItIsRead() throws Exception {
    var answer = caller(TestXta.PORTAL).send(Soap.send(new Order(), "x".repeat(9_000_000)));

    assertThat(answer.fault()).isEqualTo("ParameterIsNotValidException 9023");
    assertThat(answer.retryAfter()).isNull();
  }

  private XtaCaller caller(TestIdentity identity) {
    return new XtaCaller(gateway, identity);
  }

  private static Soap check() {
    return Soap.call(Soap.XTA + "CheckAccountActive");
  }

  /** A call that has begun and does not end. */
  private SSLSocket begun(TestIdentity identity) throws IOException {
    var socket =
        (SSLSocket)
            TestXta.tls(identity)
                .getSocketFactory()
                .createSocket("localhost", TestXta.port(gateway));
    socket
        .getOutputStream()
        .write(
            ("POST /xta/send HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000\r\n"
                    + "Content-Type: application/soap+xml\r\n\r\n<s:Envelope")
                .getBytes(StandardCharsets.US_ASCII));
    socket.getOutputStream().flush();
    return socket;
  }

  private static void assertToldToComeBack(XtaCaller.Answer answer, String code) {
    assertThat(answer.status()).isEqualTo(500);
    assertThat(answer.fault()).isEqualTo("XTAWSTechnicalProblemException 9030");
    assertThat(answer.value("Text")).contains(code, "try again in " + answer.retryAfter() + " s");
    assertThat(Integer.parseInt(answer.retryAfter())).isPositive();
    assertThat(Contract.violation(answer.element("XTAWSTechnicalProblemException"))).isEmpty();
  }
}
