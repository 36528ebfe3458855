package de.amtsbote.gateway.entry.xta;

import static org.assertj.core.api.Assertions.assertThat;

import de.amtsbote.gateway.GatewayTest;
import de.amtsbote.gateway.TestXta;
import de.amtsbote.gateway.XdemoSamples;
import de.amtsbote.gateway.xta.v31.Contract;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;

@GatewayTest
class ManagementPortTest {

  @Autowired ServletWebServerApplicationContext gateway;
  XtaCaller portal;

  @BeforeEach
  void portal() {
    portal = new XtaCaller(gateway, TestXta.PORTAL);
  }

  @Test
  void activeAccount_isConfirmedWithAnEmptyBody() throws Exception {
    var answer = portal.management(Soap.call(Soap.XTA + "CheckAccountActive").author("gae:1"));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body()).isNull();
  }

  @Test
  void answer_carriesTheActionOfItsRequestAndRelatesToIt() throws Exception {
    var answer =
        portal.management(Soap.call(Soap.XTA + "CheckAccountActive").messageId("urn:uuid:frage"));

    assertThat(answer.value("Action")).isEqualTo(Soap.XTA + "CheckAccountActive");
    assertThat(answer.value("RelatesTo")).isEqualTo("urn:uuid:frage");
  }

  @Test
  void messageIds_areNewEachTimeAndBearThePrefix() throws Exception {
    var call = Soap.call(Soap.XTA + "CreateMessageID");

    var first = portal.management(call).value("Body");
    var second = portal.management(call).value("Body");

    assertThat(first)
        .matches("urn:de:xta:messageid:test:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    assertThat(second).isNotEqualTo(first);
  }

  @Test
  void readerThatNobodyKnows_isNeitherYesNorNo() throws Exception {
    var answer = portal.management(lookup("ags:0", "urn:example:dienst"));

    assertThat(answer.value("ServiceIsAvailableUnknown")).isEqualTo("true");
    assertThat(Contract.violation(answer.body())).isEmpty();
  }

  @Test
  void serviceThatIsNoUri_isRefused() throws Exception {
    assertThat(portal.management(lookup("ags:0", "kein Dienst")).fault())
        .isEqualTo("ParameterIsNotValidException 9021");
  }

  @Test
  void openMessage_isReportedWithStatusZero() throws Exception {
    var order = new Order();
    portal.send(Soap.send(order, "<a/>"));

    var answer = report(order.id());

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.value("Status")).isEqualTo("0");
    assertThat(answer.value("XTAServerIdentity")).isEqualTo("test");
    assertThat(Contract.violation(answer.body())).isEmpty();
  }

  @Test
  void report_quotesTheOrderWithTheServersTimesAndSize() throws Exception {
    var order = new Order();
    portal.send(Soap.send(order, "<a/>"));

    var answer = report(order.id().toUpperCase(java.util.Locale.ROOT));

    assertThat(answer.value("Requester")).isEqualTo("P-1");
    assertThat(answer.value("MsgSize")).isEqualTo("4");
    assertThat(answer.value("ServiceQuality")).isEqualTo("urn:example:profil");
    assertThat(answer.element("Reception")).isNull();
  }

  @Test
  void reportOnAMessageThatCameAgain_quotesTheIdThatWasAskedFor() throws Exception {
    var payload = XdemoSamples.message(UUID.randomUUID());
    portal.send(Soap.send(new Order(), payload));
    var again = new Order();
    portal.send(Soap.send(again, payload));

    var metadata = report(again.id()).element("MessageMetaData");

    assertThat(metadata.getElementsByTagNameNS("*", "MessageID").item(0).getTextContent())
        .isEqualTo(again.id());
  }

  @Test
  void moreQuestionsThanAnyoneHas_areRefused() throws Exception {
    var one = lookup("ags:0", "urn:example:dienst");
    var text = new String(one.octets(), StandardCharsets.UTF_8);
    var start = text.indexOf("<x:LookupServiceRequestList>");
    var end = text.indexOf("</x:LookupServiceRequest>");
    var list = text.substring(start, end);

    var hundred =
        portal.post("management", one.contentType(), text.replace(list, list.repeat(100)));
    var more = portal.post("management", one.contentType(), text.replace(list, list.repeat(101)));

    assertThat(hundred.count("LookupServiceResult")).isEqualTo(100);
    assertThat(more.fault()).isEqualTo("ParameterIsNotValidException 9022");
  }

  @Test
  void messageThatNobodySent_isUnknown() throws Exception {
    assertThat(report(Order.newId()).fault()).isEqualTo("InvalidMessageIDException 9070");
  }

  @Test
  void messageBeforeItsTime_isTakenBack() throws Exception {
    var order = new Order().notBefore(inAnHour());
    portal.send(Soap.send(order, "<a/>"));

    var answer = cancel(order.id());

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body()).isNull();
    assertThat(report(order.id()).value("Status")).isEqualTo("2");
    assertThat(cancel(order.id()).status()).isEqualTo(200);
  }

  @Test
  void messageWithoutNotBefore_isNotTakenBack() throws Exception {
    var order = new Order();
    portal.send(Soap.send(order, "<a/>"));

    assertThat(cancel(order.id()).fault()).isEqualTo("CancelDeniedException 9101");
  }

  @Test
  void messageWhoseTimeHasCome_isNotTakenBack() throws Exception {
    var order = new Order().notBefore("2020-01-01T00:00:00");
    portal.send(Soap.send(order, "<a/>"));

    assertThat(cancel(order.id()).fault()).isEqualTo("CancelDeniedException 9100");
  }

  @Test
  void unknownMessage_isNotTakenBack() throws Exception {
    assertThat(cancel(Order.newId()).fault()).isEqualTo("ParameterIsNotValidException 9022");
  }

  private static String inAnHour() {
    return Instant.now(java.time.Clock.systemUTC()).plus(1, ChronoUnit.HOURS).toString();
  }

  private XtaCaller.Answer report(String id) throws Exception {
    return portal.management(
        Soap.call(Soap.XTA + "GetTransportReport").body(Soap.messageIdBody(id)));
  }

  private XtaCaller.Answer cancel(String id) throws Exception {
    return portal.management(Soap.call(Soap.XTA + "CancelMessage").body(Soap.messageIdBody(id)));
  }

  private static Soap lookup(String reader, String service) {
    return Soap.call(Soap.XTA + "IsServiceAvailable")
        .body(
            """
            <x:LookupServiceRequest xmlns:x="http://xoev.de/transport/xta/211" xmlns:m="http://www.osci.eu/ws/2014/10/transport"><x:LookupServiceRequestList><x:LookupService><m:Reader><m:Identifier type="xoev">%s</m:Identifier></m:Reader><x:ServiceType>%s</x:ServiceType></x:LookupService></x:LookupServiceRequestList></x:LookupServiceRequest>\
            """
                .formatted(reader, service));
  }
}
