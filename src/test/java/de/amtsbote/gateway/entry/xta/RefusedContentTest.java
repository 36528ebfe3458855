package de.amtsbote.gateway.entry.xta;

import static org.assertj.core.api.Assertions.assertThat;

import de.amtsbote.gateway.GatewayTest;
import de.amtsbote.gateway.TestXta;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** Messages that are not as the contract wants them; nothing of them is stored. */
@GatewayTest
class RefusedContentTest {

  @Autowired ServletWebServerApplicationContext gateway;

  @Autowired JdbcTemplate jdbc;

  @Test
  void orderThatViolatesTheSchema_isRefused() throws Exception {
    assertRefused(Soap.send(new Order().withoutScenario(), "<a/>"), "9022");
  }

  @Test
  void missingOrder_isRefused() throws Exception {
    assertRefused(Soap.call(Soap.XTA + "SendMessage").body(Soap.container("")), "9020");
  }

  @Test
  void contentWithoutMediaType_isRefused() throws Exception {
    assertRefused(send(Soap.container("<x:Message>AAAA</x:Message>")), "9020");
  }

  @Test
  void containerWithoutMessage_isRefused() throws Exception {
    assertRefused(
        send(Soap.container("<x:Attachment contentType='a/b'>AAAA</x:Attachment>")), "9020");
  }

  @Test
  void twoMessages_areRefused() throws Exception {
    var message = "<x:Message contentType='a/b'>AAAA</x:Message>";
    assertRefused(send(Soap.container(message + message)), "9020");
  }

  @Test
  void textThatIsNoBase64_isRefused() throws Exception {
    for (var text :
        new String[] {"A", "AA", "AAA", "A===", "AA=A", "AAAA=", "ÄÄÄÄ", "AA==AAAA", "<b/>"}) {
      assertRefused(
          send(Soap.container("<x:Message contentType='a/b'>" + text + "</x:Message>")), "9020");
    }
  }

  @Test
  void emptyMessage_isRefused() throws Exception {
    assertRefused(send(Soap.container("<x:Message contentType='a/b'/>")), "9020");
  }

  @Test
  void referenceToNoPart_isRefused() throws Exception {
    assertRefused(
        send(
            Soap.container(
                "<x:Message contentType='a/b'><i:Include"
                    + " xmlns:i='http://www.w3.org/2004/08/xop/include'"
                    + " href='cid:nowhere'/></x:Message>")),
        "9020");
  }

  @ParameterizedTest
  @ValueSource(strings = {"cid:100%", "cid:%zz", "cid:%"})
  void referenceThatIsNoAddress_isRefused(String address) throws Exception {
    assertRefused(
        send(Soap.container(
                "<x:Message contentType='a/b'><i:Include"
                    + " xmlns:i='http://www.w3.org/2004/08/xop/include' href='"
                    + address
                    + "'/></x:Message>"))
            .part("m", new byte[3]),
        "9020");
  }

  @Test
  void partWhoseIdIsNoAddress_isRefused() throws Exception {
    assertRefused(
        send(Soap.container(
                "<x:Message contentType='a/b'><i:Include"
                    + " xmlns:i='http://www.w3.org/2004/08/xop/include' href='cid:m'/></x:Message>"))
            .part("a%zz", new byte[3]),
        "9020");
  }

  @Test
  void sealedContainerWithoutSealedOctets_isRefused() throws Exception {
    assertRefused(
        send(
            "<x:GenericContentContainer xmlns:x='http://xoev.de/transport/xta/211'>"
                + "<e:EncryptedData xmlns:e='http://www.w3.org/2001/04/xmlenc#'/>"
                + "</x:GenericContentContainer>"),
        "9020");
  }

  @Test
  void referenceOutOfTheMessage_isRefused() throws Exception {
    assertRefused(
        send(
            Soap.container(
                "<x:Message contentType='a/b'><i:Include"
                    + " xmlns:i='http://www.w3.org/2004/08/xop/include'"
                    + " href='file:///etc/passwd'/></x:Message>")),
        "9020");
  }

  @Test
  void bodyOfAnotherOperation_isRefused() throws Exception {
    assertRefused(send(Soap.messageIdBody("urn:x")), "9020");
  }

  @Test
  void messageThatIsEncodedTwice_isRefused() throws Exception {
    var answer = caller().send(Soap.send(new Order(), Soap.base64("<a>doppelt</a>")));

    assertThat(answer.fault()).isEqualTo("MessageSchemaViolationException 9051");
  }

  @Test
  void serviceThatIsEmpty_isRefused() throws Exception {
    assertRefused(Soap.send(new Order().service(""), "<a/>"), "9021");
  }

  @Test
  void messageIdBeyondAHundredCharacters_isRefused() throws Exception {
    var order = new Order().id("urn:de:xta:messageid:test:" + "x".repeat(75));

    assertRefused(Soap.send(order, "<a/>"), "9022");
  }

  @Test
  void orderThatIsObsolete_isRefused() throws Exception {
    assertRefused(Soap.send(new Order().obsoleteAfter("2020-01-01"), "<a/>"), "9022");
  }

  @Test
  void orderThatIsObsoleteBeforeItMayGo_isRefused() throws Exception {
    assertRefused(
        Soap.send(
            new Order().notBefore("2099-02-01T00:00:00Z").obsoleteAfter("2099-01-01"), "<a/>"),
        "9022");
  }

  @Test
  void timeThatNoCalendarHas_isRefused() throws Exception {
    assertRefused(Soap.send(new Order().notBefore("2026-02-30T00:00:00Z"), "<a/>"), "9022");
  }

  @Test
  void contentBeyondTheLimit_isRefused() throws Exception {
    assertRefused(
        send(Soap.container(
                "<x:Message contentType='a/b'><i:Include"
                    + " xmlns:i='http://www.w3.org/2004/08/xop/include'"
                    + " href='cid:m'/></x:Message>"))
            .part("m", new byte[TestXta.LIMIT + 1]),
        "9023");
  }

  @Test
  void inlineContentBeyondTheLimit_isRefused() throws Exception {
    assertRefused(Soap.send(new Order(), "<a>" + "x".repeat(TestXta.LIMIT) + "</a>"), "9023");
  }

  @Test
  void requestBeyondEveryLimit_isRefused() throws Exception {
    assertRefused(
        Soap.send(new Order().subject("x"), "<a/>", "y".repeat(TestXta.LIMIT * 3 / 2)), "9023");
  }

  @Test
  void documentType_isRefused() throws Exception {
    var call = Soap.send(new Order(), "<a/>").prolog("<!DOCTYPE s:Envelope [<!ENTITY e 'x'>]>");

    assertThat(caller().send(call).status()).isEqualTo(500);
  }

  @Test
  void brokenXml_isRefusedWithoutTellingWhatItHeld() throws Exception {
    var answer =
        caller()
            .send(
                send(
                    "<x:GenericContentContainer"
                        + " xmlns:x='http://xoev.de/transport/xta/211'><geheim>"));

    assertThat(answer.fault()).isEqualTo("ParameterIsNotValidException 9020");
    assertThat(answer.text()).doesNotContain("geheim");
  }

  private void assertRefused(Soap call, String code) throws Exception {
    var before = stored();

    var answer = caller().send(call);

    assertThat(answer.fault()).as(answer.text()).isEqualTo("ParameterIsNotValidException " + code);
    assertThat(stored()).isEqualTo(before);
  }

  private Long stored() {
    return jdbc.queryForObject("select count(*) from message where entry_kind = 'XTA'", Long.class);
  }

  private static Soap send(String body) {
    return Soap.call(Soap.XTA + "SendMessage").header(new Order().xml()).body(body);
  }

  private XtaCaller caller() {
    return new XtaCaller(gateway, TestXta.PORTAL);
  }
}
