package de.amtsbote.gateway.way;

import static de.amtsbote.gateway.way.States.SOON;
import static de.amtsbote.gateway.way.States.awaitState;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Operators pause routes and receivers while messages are under way. */
class PauseWayTest {

  private final Town town = Town.shared();
  private final PortalClient portal = town.portal();
  private final OperatorClient operator = town.operator();

  @AfterEach
  void everythingGoesOn() {
    operator.post("/routes/gewerbeanmeldung/resume");
    operator.post("/partners/gewerbeamt/resume");
    operator.post("/deliveries/fachverfahren-gewerbe/resume");
  }

  @Test
  void pausedRoute_keepsItsMessagesWithoutAttemptsUntilItIsResumed() throws Exception {
    operator.post("/routes/gewerbeanmeldung/pause");
    var payload = Samples.xdemo("0200/minimal.xml");
    var id = portal.submit(payload);
    var other = portal.submit(Samples.xdemo("0100/minimal.xml"));

    operator.awaitWaiting(id, "route:gewerbeanmeldung@stadt");
    awaitState(portal, other, "DELIVERED");
    assertThat(operator.message(id).path("attempts")).isEmpty();
    assertThat(portal.state(id)).isEqualTo("RECEIVED");

    operator.post("/routes/gewerbeanmeldung/resume");
    awaitState(portal, id, "DELIVERED");
    assertDroppedOnce(payload);
  }

  @Test
  void pausedPartner_getsWhatWasUnderWayAndTheRestAfterItIsResumed() throws Exception {
    var messages = new LinkedHashMap<String, byte[]>();
    submit(messages, 3);
    operator.post("/partners/gewerbeamt/pause");
    var before = Map.copyOf(messages);
    submit(messages, 3);

    for (var id : messages.keySet()) {
      if (!before.containsKey(id)) {
        operator.awaitWaiting(id, "partner:gewerbeamt@stadt");
        assertThat(portal.state(id)).isEqualTo("VALIDATED");
        assertThat(operator.message(id).at("/message/failedAttempts").asInt()).isZero();
      }
    }
    operator.post("/partners/gewerbeamt/resume");

    for (var message : messages.entrySet()) {
      awaitState(portal, message.getKey(), "DELIVERED");
      assertDroppedOnce(message.getValue());
    }
  }

  @Test
  void pausedDelivery_keepsWhatHasArrived() throws Exception {
    operator.post("/deliveries/fachverfahren-gewerbe/pause");
    var payload = Samples.xdemo("0200/minimal.xml");
    awaitState(portal, portal.submit(payload), "DELIVERED");
    var id = await().atMost(SOON).until(() -> town.inboundOf(payload), it -> it.isPresent()).get();
    operator.awaitWaiting(id, "delivery:fachverfahren-gewerbe@stadt");
    assertThat(town.droppedWith("gewerbeamt", payload)).isEmpty();

    operator.post("/deliveries/fachverfahren-gewerbe/resume");

    assertDroppedOnce(payload);
  }

  @Test
  void unclearResult_isClearedUpByTheProcessCardWhateverIsPaused() throws Exception {
    var payload = Samples.xdemo("0200/minimal.xml");
    var id = portal.submit(payload);
    awaitState(portal, id, "DELIVERED");
    operator.post("/partners/gewerbeamt/pause");

    new Amnesia(town).forgetThatItWasSent(id);

    awaitState(portal, id, "DELIVERED");
    assertDroppedOnce(payload);
  }

  private void submit(Map<String, byte[]> messages, int count) throws Exception {
    for (var number = 0; number < count; number++) {
      var payload = Samples.xdemo("0200/minimal.xml");
      messages.put(portal.submit(payload), payload);
    }
  }

  private void assertDroppedOnce(byte[] payload) {
    await()
        .atMost(SOON)
        .untilAsserted(() -> assertThat(town.droppedWith("gewerbeamt", payload)).hasSize(1));
  }
}
