package de.amtsbote.gateway.entry.xta;

import static org.assertj.core.api.Assertions.assertThat;

import de.amtsbote.gateway.GatewayTest;
import de.amtsbote.gateway.TestXta;
import de.amtsbote.gateway.message.MessageStore;
import de.amtsbote.gateway.message.PartRole;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;

/** Forms in which SOAP stacks of other makes write what the contract allows. */
@GatewayTest
class PeerFormsTest {

  private static final String XSI = " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"";
  private static final String TYPES =
      XSI
          + " xmlns:oscimeta=\"http://www.osci.eu/ws/2014/10/transport\""
          + " xmlns:xta=\"http://xoev.de/transport/xta/211\""
          + " xmlns:xenc=\"http://www.w3.org/2001/04/xmlenc#\"";

  @Autowired ServletWebServerApplicationContext gateway;
  @Autowired PostgresXtaMessages messages;
  @Autowired MessageStore store;
  private XtaCaller portal;
  private final Order order = new Order();

  @BeforeEach
  void portal() {
    portal = new XtaCaller(gateway, TestXta.PORTAL);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "s:mustUnderstand=\"true\"",
        "s:mustUnderstand=\"0\"",
        "s:mustUnderstand=\"false\" s:relay=\"true\"",
        "s:role=\"http://www.w3.org/2003/05/soap-envelope/role/ultimateReceiver\"",
        "wsa:IsReferenceParameter=\"true\""
      })
  void attributesThatSoapAllowsOnAnyBlock_areNoPartOfTheOrder(String attributes) throws Exception {
    var call = Soap.send(order, "<a/>");
    var other = Soap.call(Soap.XTA + "SendMessage");

    var answer =
        portal.send(
            other
                .header(
                    order.xml().replace("<m:MessageMetaData", "<m:MessageMetaData " + attributes))
                .body(body(call)));

    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    assertThat(kept()).doesNotContain("mustUnderstand", "relay", "role", "IsReferenceParameter");
  }

  @Test
  void blockThatMustBeUnderstood_isReadInOtherCalls() throws Exception {
    var call =
        Soap.call(Soap.XTA + "CheckAccountActive")
            .header(
                """
                <m:Author xmlns:m="http://www.osci.eu/ws/2014/10/transport" s:mustUnderstand="1"><m:Identifier type="xoev">gae:1</m:Identifier></m:Author>\
                """);

    assertThat(portal.management(call).status()).isEqualTo(200);
  }

  @Test
  void attributesOfTheHeader_areNoPartOfTheOrder() throws Exception {
    var call =
        Soap.send(order, "<a/>").headerAttributes(" xmlns:u=\"urn:example:u\" u:Id=\"header-1\"");

    assertThat(portal.send(call).status()).isEqualTo(200);
  }

  @Test
  void typesThatAreNamed_areThoseOfTheContract() throws Exception {
    var typed =
        order
            .xml()
            .replace("<m:Author>", "<m:Author xsi:type=\"oscimeta:PartyType\">")
            .replace("<m:Reader>", "<m:Reader xsi:type=\"oscimeta:PartyType\">")
            .replace("<m:Identifier ", "<m:Identifier xsi:type=\"oscimeta:PartyIdentifierType\" ")
            .replace("<m:Qualifier>", "<m:Qualifier xsi:type=\"oscimeta:QualifierType\">");
    var message =
        "<x:Message xsi:type=\"xta:ContentType\" contentType=\"text/xml\">PGEvPg==</x:Message>";

    var answer =
        portal.send(
            Soap.call(Soap.XTA + "SendMessage")
                .declare(TYPES)
                .header(typed)
                .body(Soap.container(message)));

    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    assertThat(kept()).contains("xmlns:oscimeta=", "oscimeta:PartyType");
  }

  @Test
  void typesThatAreNamedInAQuestion_areThoseOfTheContract() throws Exception {
    var question =
        """
        <xta:LookupServiceRequest><xta:LookupServiceRequestList><xta:LookupService xsi:type="xta:LookupServiceType"><oscimeta:Reader xsi:type="oscimeta:PartyType"><oscimeta:Identifier type="xoev">ags:1</oscimeta:Identifier></oscimeta:Reader><xta:ServiceType>urn:example:dienst</xta:ServiceType></xta:LookupService></xta:LookupServiceRequestList></xta:LookupServiceRequest>""";

    var answer =
        portal.management(Soap.call(Soap.XTA + "IsServiceAvailable").declare(TYPES).body(question));

    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
  }

  @Test
  void typeOfSealedContent_isThatOfTheContract() throws Exception {
    var sealed =
        "<xta:GenericContentContainer><xenc:EncryptedData xsi:type=\"xenc:EncryptedDataType\">"
            + "<xenc:CipherData xsi:type=\"xenc:CipherDataType\"><xenc:CipherValue>AAAA"
            + "</xenc:CipherValue></xenc:CipherData></xenc:EncryptedData>"
            + "</xta:GenericContentContainer>";

    var answer =
        portal.send(
            Soap.call(Soap.XTA + "SendMessage").declare(TYPES).header(order.xml()).body(sealed));

    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
  }

  @Test
  void tokensThatReferToOtherPartsOfTheEnvelope_areTaken() throws Exception {
    var tokens =
        """
        <o:X509TokenContainer xmlns:o="http://www.osci.eu/ws/2008/05/transport" xmlns:ds="http://www.w3.org/2000/09/xmldsig#"><o:X509TokenInfo Id="token-1"><ds:X509Data><ds:X509Certificate>AAAA</ds:X509Certificate></ds:X509Data><o:TokenApplication validateResultRef="result-1"><o:TimeInstant>2026-11-23T09:00:00Z</o:TimeInstant><o:MsgItemRef>body-1</o:MsgItemRef></o:TokenApplication></o:X509TokenInfo></o:X509TokenContainer>""";

    var answer = portal.send(Soap.send(order, "<a/>").header(tokens));

    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({
    "a+b@host, cid:a+b@host",
    "a+b@host, cid:a%2Bb@host",
    "a%25b@host, cid:a%2525b@host",
    "a%20b@host, cid:a%2520b@host",
    "a%20b@host, cid:a%20b@host",
    "m@host, CID:m@host"
  })
  void partIsFound_howeverItsIdIsWritten(String id, String address) throws Exception {
    var include =
        "<x:Message contentType='text/xml'><i:Include"
            + " xmlns:i='http://www.w3.org/2004/08/xop/include' href='"
            + address
            + "'><e:more xmlns:e='urn:example:e'><e:still/></e:more></i:Include></x:Message>";

    var answer =
        portal.send(
            Soap.call(Soap.XTA + "SendMessage")
                .header(order.xml())
                .body(Soap.container(include))
                .part("first@host", "<b/>".getBytes(StandardCharsets.UTF_8))
                .part(id, "<a/>".getBytes(StandardCharsets.UTF_8)));

    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    assertThat(text(PartRole.PAYLOAD)).isEqualTo("<a/>");
  }

  @ParameterizedTest
  @CsvSource({
    "2099-12-31T24:00:00Z, 2100-01-01T00:00:00Z",
    "2099-12-31T24:00:00+01:00, 2099-12-31T23:00:00Z",
    "2099-12-31T10:00:00.1234560000001Z, 2099-12-31T10:00:00.123456Z"
  })
  void timeThatOnlySchemasKnow_isRead(String written, Instant meant) throws Exception {
    var answer = portal.send(Soap.send(order.notBefore(written), "<a/>"));

    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    assertThat(
            messages
                .find(account(), order.id())
                .orElseThrow()
                .notBefore()
                .truncatedTo(ChronoUnit.MICROS))
        .isEqualTo(meant);
  }

  private static String body(Soap call) {
    var text = new String(call.octets(), StandardCharsets.UTF_8);
    return text.substring(text.indexOf("<s:Body>") + 8, text.indexOf("</s:Body>"));
  }

  private String kept() throws Exception {
    return text(PartRole.HEADER);
  }

  private String text(PartRole role) throws Exception {
    var id = messages.find(account(), order.id()).orElseThrow().id();
    var part =
        store.get(id).parts().stream().filter(it -> it.role() == role).findFirst().orElseThrow();
    try (var content = store.open(id, part.number())) {
      return new String(content.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static XtaAccount account() {
    return new XtaAccount("onlinedienst", "stadt", Set.of(), Set.of());
  }
}
