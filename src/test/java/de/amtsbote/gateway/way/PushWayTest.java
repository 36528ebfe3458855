package de.amtsbote.gateway.way;

import static de.amtsbote.gateway.way.States.SOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.amtsbote.gateway.simulator.dvdv.DvdvFault;
import de.amtsbote.osci.client.OutgoingDelivery;
import de.amtsbote.osci.client.SendOutcome;
import de.amtsbote.osci.testpki.TestPki;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Deliveries that an intermediary brings to the gateway, and those that it must not take. */
class PushWayTest {

  private final Town town = Town.shared();
  private final Pusher pusher = new Pusher(town);

  private List<String> states() {
    return town.jdbc()
        .queryForList(
            "select m.state from message m join idempotency i on i.message_id = m.id"
                + " where i.key = ? and m.entry_kind = 'OSCI_PUSH'",
            String.class,
            pusher.id().value());
  }

  @Test
  void delivery_isStoredBeforeItIsAnswered() throws Exception {
    var order = pusher.order(Samples.xdemo("0200/minimal.xml"));

    assertThat(pusher.bring("zustellung", order)).containsExactly("0800");

    assertThat(states()).hasSize(1);
  }

  @Test
  void delivery_goesToTheProcedureOfItsEntry() throws Exception {
    var payload = Samples.xdemo("0200/minimal.xml");

    pusher.bring("zustellung", pusher.order(payload));

    await()
        .atMost(SOON)
        .untilAsserted(() -> assertThat(town.droppedWith("zustellung", payload)).hasSize(1));
  }

  @Test
  void forwardOrder_reachesTheGatewayThroughTheIntermediary() throws Exception {
    var author = new Author(town);
    var payload = Samples.xdemo("0200/minimal.xml");
    var client = author.client();
    var id = client.messageId();

    var outcome =
        client.forward(
            id,
            Pusher.address(town, "zustellung"),
            OutgoingDelivery.to(author.cipherOf("gewerbeamt"))
                .container("DATA")
                .data("MESSAGE", payload));

    assertThat(outcome).isInstanceOf(SendOutcome.Accepted.class);
    assertThat(client.processCard(id).orElseThrow().card().reception()).isNotNull();
    await()
        .atMost(SOON)
        .untilAsserted(() -> assertThat(town.droppedWith("zustellung", payload)).hasSize(1));
  }

  @Test
  void deliveryThatIsReplayed_isOneMessage() throws Exception {
    var order = pusher.order(Samples.xdemo("0200/minimal.xml"));
    pusher.bring("zustellung", order);

    assertThat(pusher.bring("zustellung", order)).containsExactly("0800");

    assertThat(states()).hasSize(1);
  }

  @Test
  void otherDeliveryUnderTheSameId_isNotAccepted() throws Exception {
    pusher.bring("zustellung", pusher.order(Samples.xdemo("0200/minimal.xml")));

    assertThat(pusher.bring("zustellung", pusher.order(Samples.xdemo("0200/minimal.xml"))))
        .containsExactly("9805");

    assertThat(states()).hasSize(1);
  }

  @Test
  void orderOfAnUnknownIntermediary_isRefused() throws Exception {
    var stranger = pusher.signedBy(town.pki.signer("Fremder Intermediär"));

    assertThat(stranger.bring("zustellung", stranger.order(Samples.xdemo("0200/minimal.xml"))))
        .containsExactly("9601");

    assertThat(states()).isEmpty();
  }

  @Test
  void orderOfAListedIntermediaryWhoseCertificateExpired_isRefused() throws Exception {
    var expired = pusher.signedBy(town.signers.get("altknoten"));

    assertThat(expired.bring("zustellung", expired.order(Samples.xdemo("0200/minimal.xml"))))
        .containsExactly("9601");

    assertThat(states()).isEmpty();
  }

  @Test
  void orderInOldAlgorithmsOfAMarkedIntermediary_isTakenAndStandsInTheTimeline() throws Exception {
    var old = pusher.signedBy(town.signers.get("altverfahren")).sealedIn(ToleratedDeliveryTest.OLD);

    assertThat(old.bring("zustellung", old.order(Samples.xdemo("0200/minimal.xml"))))
        .containsExactly("0800");

    assertThat(
            town.jdbc()
                .queryForList(
                    "select t.details::text from timeline t join idempotency i"
                        + " on i.message_id = t.message_id"
                        + " where i.key = ? and t.event = 'OLD_ALGORITHMS'",
                    String.class,
                    pusher.id().value()))
        .singleElement()
        .asString()
        .contains("rsa-1_5 tripledes-cbc")
        .contains("legacy");
  }

  @Test
  void orderInOldAlgorithmsOfAnyOtherIntermediary_isRefused() throws Exception {
    var old = pusher.sealedIn(ToleratedDeliveryTest.OLD);

    assertThat(old.bring("zustellung", old.order(Samples.xdemo("0200/minimal.xml"))))
        .containsExactly("9601");

    assertThat(states()).isEmpty();
  }

  @Test
  void deliveryOfAnAuthorNobodyTrusts_isNotAccepted() throws Exception {
    var strange = pusher.writtenBy(TestPki.root("Fremde CA").signer("Fremder"));

    assertThat(strange.bring("zustellung", strange.order(Samples.xdemo("0200/minimal.xml"))))
        .containsExactly("9805");

    assertThat(states()).isEmpty();
  }

  @Test
  void deliveryOfAnotherKindOfAuthor_isNotAccepted() throws Exception {
    assertThat(pusher.bring("amtlich", pusher.order(Samples.xdemo("0200/minimal.xml"))))
        .containsExactly("9805");

    assertThat(states()).isEmpty();
  }

  @Test
  void deliveryWhoseAuthorCannotBeLookedUp_isNotRefusedForEver() throws Exception {
    town.dvdv.fault(DvdvFault.DENIED);
    try {
      assertThat(pusher.bring("amtlich", pusher.order(Samples.xdemo("0200/minimal.xml"))))
          .containsExactly("fault 9000");
    } finally {
      town.dvdv.fault(null);
    }

    assertThat(states()).isEmpty();
  }

  @Test
  void deliveryForAnotherIdentity_isRefused() throws Exception {
    var foreign = pusher.forOffice("bauamt");

    assertThat(foreign.bring("zustellung", foreign.order(Samples.xdemo("0200/minimal.xml"))))
        .containsExactly("fault 9200");

    assertThat(states()).isEmpty();
  }

  @Test
  void orderThatIsTooLarge_isRefused() throws Exception {
    assertThat(pusher.bring("zustellung", pusher.order(Samples.noise(2 << 20))))
        .containsExactly("fault 9100");

    assertThat(states()).isEmpty();
  }

  @Test
  void messageThatBreaksItsSchema_isAcceptedAndRejectedThen() throws Exception {
    var broken = Samples.fresh(Samples.xdemo("0200/broken-missing.xml"));

    assertThat(pusher.bring("zustellung", pusher.order(broken))).containsExactly("0800");

    await().atMost(SOON).untilAsserted(() -> assertThat(states()).containsExactly("REJECTED"));
  }

  @Test
  void changedOrder_isRefused() throws Exception {
    var order = pusher.order(Samples.xdemo("0200/minimal.xml"));
    order[order.length - 300] ^= 1;

    assertThat(pusher.bring("zustellung", order)).containsExactly("fault 9202");
  }

  @Test
  void nameThatIsNotConfigured_isNotFound() throws Exception {
    assertThat(status("nobody", "POST")).isEqualTo(404);
  }

  @Test
  void otherMethod_isNotAllowed() throws Exception {
    assertThat(status("zustellung", "GET")).isEqualTo(405);
  }

  private int status(String entry, String method) throws Exception {
    var address = URI.create("http://localhost:" + town.port() + "/osci/push/" + entry);
    var connection = (HttpURLConnection) address.toURL().openConnection();
    connection.setRequestMethod(method);
    return connection.getResponseCode();
  }
}
