package de.amtsbote.gateway.entry.xta;

import static org.assertj.core.api.Assertions.assertThat;

import de.amtsbote.gateway.GatewayTest;
import de.amtsbote.gateway.TestXta;
import de.amtsbote.gateway.xta.v31.Names;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
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

  @Test
  void contradiction_isAKindOfInvalidHeader() throws Exception {
    var answer = caller().management(call().contentTypeAction(Soap.XTA + "CancelMessage"));

    assertThat(MailboxFixture.values(answer, "Value"))
        .extracting(it -> it.replaceFirst(".*:", ""))
        .containsExactly("Sender", "InvalidAddressingHeader", "ActionMismatch");
  }

  @Test
  void faultOfAnUnknownAction_hasTheActionOfFaults() throws Exception {
    var answer = caller().management(call().action("urn:quatsch").contentTypeAction(null));

    assertThat(answer.value("Action")).isEqualTo("http://www.w3.org/2005/08/addressing/fault");
  }

  @Test
  void addressWithinTheParametersOfAnAddress_isNotTheAddress() throws Exception {
    var anonymous = "http://www.w3.org/2005/08/addressing/anonymous";
    var call =
        call()
            .replyTo(
                anonymous
                    + "</wsa:Address><wsa:ReferenceParameters><wsa:Address>urn:x</wsa:Address>"
                    + "</wsa:ReferenceParameters><wsa:Metadata/><x:y xmlns:x=\"urn:x\"/><wsa:Address>"
                    + anonymous)
            .contentTypeAction(null);
    var once =
        call()
            .replyTo(null)
            .header(
                "<wsa:ReplyTo><wsa:Address>"
                    + anonymous
                    + "</wsa:Address><wsa:ReferenceParameters><wsa:Address>urn:x</wsa:Address>"
                    + "</wsa:ReferenceParameters></wsa:ReplyTo>");

    assertThat(subcode(call)).isEqualTo("OnlyAnonymousAddressSupported");
    assertThat(caller().management(once).status()).isEqualTo(200);
  }

  @Test
  void envelopeOfAnotherSoap_isRefused() throws Exception {
    var request = new String(call().octets(), StandardCharsets.UTF_8);
    var old = request.replace(Names.SOAP, "http://schemas.xmlsoap.org/soap/envelope/");

    var answer = caller().post("management", "application/soap+xml", old);

    assertThat(answer.status()).isEqualTo(500);
    assertThat(answer.text()).contains("VersionMismatch").doesNotContain("CheckAccountActive");
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/xml", "text/plain", "application/json", "application/xml"})
  void callOfAnotherMediaType_isRefused(String mediaType) throws Exception {
    assertThat(caller().management(call().mediaType(mediaType)).status()).isEqualTo(415);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "services", "services/"})
  void listOfPorts_isNotGiven(String path) throws Exception {
    var address = "http://localhost:" + gateway.getWebServer().getPort() + "/xta/" + path;

    var answer =
        HttpClient.newHttpClient()
            .send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofString());

    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.body()).doesNotContain("msgbox");
  }

  private String subcode(Soap call) throws Exception {
    var answer = caller().management(call);
    assertThat(answer.status()).isEqualTo(500);
    var values = MailboxFixture.values(answer, "Value");
    return values.get(values.size() - 1).replaceFirst(".*:", "");
  }

  private XtaCaller caller() {
    return new XtaCaller(gateway, TestXta.PORTAL);
  }

  private static Soap call() {
    return Soap.call(Soap.XTA + "CheckAccountActive");
  }
}
