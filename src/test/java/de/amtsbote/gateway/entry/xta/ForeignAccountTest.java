package de.amtsbote.gateway.entry.xta;

import static org.assertj.core.api.Assertions.assertThat;

import de.amtsbote.gateway.GatewayTest;
import de.amtsbote.gateway.TestXta;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;

/** Accounts that reach for what is not theirs. */
@GatewayTest
class ForeignAccountTest {

  @Autowired ServletWebServerApplicationContext gateway;

  @Test
  void partyOfAnotherAccount_isNotSpokenFor() throws Exception {
    assertThat(portal().send(Soap.send(new Order().author("ags:9"), "<a/>")).fault())
        .isEqualTo("PermissionDeniedException 9014");
  }

  @Test
  void headerThatNamesAForeignParty_isRefused() throws Exception {
    assertThat(
            portal().management(Soap.call(Soap.XTA + "CheckAccountActive").author("ags:9")).fault())
        .isEqualTo("PermissionDeniedException 9014");
  }

  @Test
  void reportOfAnotherAccount_isNotGiven() throws Exception {
    var order = new Order();
    portal().send(Soap.send(order, "<a/>"));

    var answer =
        neighbour()
            .management(
                Soap.call(Soap.XTA + "GetTransportReport").body(Soap.messageIdBody(order.id())));

    assertThat(answer.fault()).isEqualTo("InvalidMessageIDException 9070");
  }

  @Test
  void messageOfAnotherAccount_isNotTakenBack() throws Exception {
    var order = new Order().notBefore("2099-01-01T00:00:00Z");
    portal().send(Soap.send(order, "<a/>"));

    var answer =
        neighbour()
            .management(Soap.call(Soap.XTA + "CancelMessage").body(Soap.messageIdBody(order.id())));

    assertThat(answer.fault()).isEqualTo("ParameterIsNotValidException 9022");
  }

  @Test
  void idThatAnotherAccountUsed_isStillFree() throws Exception {
    var order = new Order();
    portal().send(Soap.send(order, "<a/>"));

    var mine = order.author("ags:9").service("urn:example:gebucht");

    assertThat(neighbour().send(Soap.send(mine, "<a/>")).status()).isEqualTo(200);
  }

  @Test
  void idThatAnotherAccountOfTheTenantUsed_isNotFree() throws Exception {
    var order = new Order();
    portal().send(Soap.send(order, "<a/>"));

    var again = new XtaCaller(gateway, TestXta.BROAD).send(Soap.send(order, "<b/>"));

    assertThat(again.fault()).isEqualTo("ParameterIsNotValidException 9024");
  }

  @Test
  void serviceThatIsNotBooked_isRefused() throws Exception {
    assertThat(neighbour().send(Soap.send(new Order().author("ags:9"), "<a/>")).fault())
        .isEqualTo("PermissionDeniedException 9013");
  }

  private XtaCaller portal() {
    return new XtaCaller(gateway, TestXta.PORTAL);
  }

  private XtaCaller neighbour() {
    return new XtaCaller(gateway, TestXta.NEIGHBOUR);
  }
}
