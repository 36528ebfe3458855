package de.amtsbote.gateway.entry.xta;

import static org.assertj.core.api.Assertions.assertThat;

import de.amtsbote.gateway.GatewayTest;
import de.amtsbote.gateway.TestXta;
import de.amtsbote.gateway.message.MessageStore;
import de.amtsbote.gateway.xta.v31.Contract;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;

/** Orders that lack what some programs leave out although the schema requires it. */
@GatewayTest
class TolerantAccountTest {

  private static final String NO_SERVICE = "<m:Service></m:Service>";
  private static final XtaAccount ACCOUNT =
      new XtaAccount("nachsicht", "stadt", Set.of(), Set.of(), true);

  @Autowired ServletWebServerApplicationContext gateway;
  @Autowired PostgresXtaMessages messages;
  @Autowired MessageStore store;
  private XtaCaller lenient;
  private final Order order = new Order().author("gae:5").withoutScenario().service("");

  @BeforeEach
  void caller() {
    lenient = new XtaCaller(gateway, TestXta.LENIENT);
  }

  @Test
  void orderWithoutScenarioAndService_isTaken() throws Exception {
    assertThat(lenient.send(Soap.send(order, "<a/>")).fault()).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "<m:BusinessScenario/>", "<m:BusinessScenario> </m:BusinessScenario>"})
  void scenarioThatSaysNothing_isTaken(String scenario) throws Exception {
    var xml = order.xml().replace(NO_SERVICE, NO_SERVICE + scenario);

    assertThat(lenient.send(sent(xml)).fault()).isNull();
  }

  @Test
  void orderWithoutTheElementService_isTaken() throws Exception {
    assertThat(lenient.send(sent(order.xml().replace(NO_SERVICE, ""))).fault()).isNull();
  }

  @Test
  void message_isOfNoService() throws Exception {
    lenient.send(Soap.send(order, "<a/>"));

    var id = messages.find(ACCOUNT, order.id()).orElseThrow().id();
    assertThat(store.get(id).traits().service()).isNull();
  }

  @Test
  void report_hasAWarningAndObeysTheSchema() throws Exception {
    lenient.send(Soap.send(order, "<a/>"));

    var report =
        lenient.management(
            Soap.call(Soap.XTA + "GetTransportReport").body(Soap.messageIdBody(order.id())));

    assertThat(report.element("WarnList").getTextContent())
        .contains("TOLERATED", "BusinessScenario Service");
    assertThat(Contract.violation(report.body())).isEmpty();
  }

  @Test
  void whatElseTheSchemaRequires_mustBeThere() throws Exception {
    var xml = order.xml().replaceAll("<m:MessageType.*</m:MessageType>", "");

    assertThat(lenient.send(sent(xml)).fault()).isEqualTo("ParameterIsNotValidException 9022");
  }

  @Test
  void otherAccounts_areHeldToTheSchema() throws Exception {
    var strict = new XtaCaller(gateway, TestXta.PORTAL);

    assertThat(strict.send(Soap.send(new Order().service(""), "<a/>")).fault())
        .isEqualTo("ParameterIsNotValidException 9021");
  }

  private static Soap sent(String order) {
    return Soap.send(new Order(), "<a/>").orders(order);
  }
}
