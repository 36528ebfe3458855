package de.amtsbote.gateway.entry.xta;

import static org.assertj.core.api.Assertions.assertThat;

import de.amtsbote.gateway.GatewayTest;
import de.amtsbote.gateway.TestXta;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;

/** Actions that are missing or contradict each other: no operation is ever guessed. */
@GatewayTest
class ActionTest {

  @Autowired ServletWebServerApplicationContext gateway;

  @Test
  void callWithoutAction_isRefused() throws Exception {
    assertThat(subcode(call().action(null).contentTypeAction(null)))
        .isEqualTo("MessageAddressingHeaderRequired");
  }

  @Test
  void actionOfTheTransportAlone_isNotEnough() throws Exception {
    assertThat(subcode(call().action(null))).isEqualTo("MessageAddressingHeaderRequired");
  }

  @Test
  void contradictingActions_areRefused() throws Exception {
    assertThat(subcode(call().contentTypeAction(Soap.XTA + "CancelMessage")))
        .isEqualTo("ActionMismatch");
  }

  @Test
  void twoActions_areRefused() throws Exception {
    assertThat(subcode(call().header("<wsa:Action>" + Soap.XTA + "CancelMessage</wsa:Action>")))
        .isEqualTo("InvalidAddressingHeader");
  }

  @Test
  void actionOfAnotherPort_isRefused() throws Exception {
    var action = Soap.XTA + "SendMessage";

    assertThat(subcode(call().action(action).contentTypeAction(action)))
        .isEqualTo("ActionNotSupported");
  }

  @Test
  void callWithoutMessageId_isRefused() throws Exception {
    assertThat(subcode(call().messageId(null))).isEqualTo("MessageAddressingHeaderRequired");
  }

  @Test
  void answerToAnotherAddress_isRefused() throws Exception {
    assertThat(subcode(call().replyTo("http://127.0.0.1/elsewhere")))
        .isEqualTo("OnlyAnonymousAddressSupported");
  }

  @Test
  void actionOfTheEnvelopeAlone_isEnough() throws Exception {
    assertThat(caller().management(call().contentTypeAction(null)).status()).isEqualTo(200);
  }

  @Test
  void headerThatMustBeUnderstoodAndIsNot_isRefused() throws Exception {
    var answer =
        caller()
            .management(call().header("<q:quatsch xmlns:q=\"urn:q\" s:mustUnderstand=\"true\"/>"));

    assertThat(answer.status()).isEqualTo(500);
    assertThat(answer.value("Value")).endsWith(":MustUnderstand");
  }

  private String subcode(Soap call) throws Exception {
    var answer = caller().management(call);
    assertThat(answer.status()).isEqualTo(500);
    var values = answer.envelope().getElementsByTagNameNS("*", "Value");
    return values.item(1).getTextContent().replaceFirst(".*:", "");
  }

  private XtaCaller caller() {
    return new XtaCaller(gateway, TestXta.PORTAL);
  }

  private static Soap call() {
    return Soap.call(Soap.XTA + "CheckAccountActive");
  }
}
