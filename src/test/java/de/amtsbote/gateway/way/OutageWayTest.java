package de.amtsbote.gateway.way;

import static de.amtsbote.gateway.way.States.SOON;
import static de.amtsbote.gateway.way.States.awaitState;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A Fachverfahren goes down under messages, and comes back. */
class OutageWayTest {

  private static final String GATE = "delivery:fachverfahren-melde";

  private final Town town = Town.shared();
  private final PortalClient portal = town.portal();
  private final OperatorClient operator = town.operator();

  @AfterEach
  void procedureIsBack() {
    town.procedureAnswers(204);
    town.registration.goesOn();
    await().atMost(SOON).until(() -> !operator.circuit(GATE).equals("OPEN"));
  }

  @Test
  void procedureThatIsDown_isTriedByOneAtATimeWhileTheOthersWaitWithoutAttempts() throws Exception {
    town.procedureAnswers(503);
    var first = submitted(4);
    await().atMost(SOON).until(() -> operator.circuit(GATE).equals("OPEN"));
    town.registration.hangs();
    await().atMost(SOON).until(() -> town.registration.underWay() == 1);

    var late = submitted(3);

    for (var payload : late) {
      var id = arrived(payload);
      operator.awaitWaiting(id, GATE);
      assertThat(operator.message(id).at("/message/failedAttempts").asInt()).isZero();
      assertThat(operator.message(id).path("attempts")).isEmpty();
      assertThat(operator.message(id).path("timeline").findValuesAsString("event"))
          .contains("WAITING");
    }
    assertThat(town.registration.asked()).isEqualTo(1);
    assertThat(operator.health().at("/components/destinations/details/down").toString())
        .contains(GATE);
    assertThat(operator.health().path("status").asString()).isEqualTo("UP");
    operator.metrics();
    assertThat(operator.metrics())
        .contains("amtsbote_circuit_open{destination=\"" + GATE + "\"} 1");
    otherReceiversAreServed();

    town.registration.goesOn();
    await().atMost(SOON).until(() -> town.registration.asked() >= 2);
    assertThat(town.registration.mostAtOnce()).isEqualTo(1);
    town.procedureAnswers(204);

    await().atMost(SOON).until(() -> operator.circuit(GATE).equals("CLOSED"));
    first.addAll(late);
    for (var payload : first) {
      await().atMost(SOON).untilAsserted(() -> assertThat(town.postsWith(payload)).hasSize(1));
    }
    assertThat(operator.health().at("/components/destinations/details/down")).isEmpty();
  }

  private void otherReceiversAreServed() throws Exception {
    var payload = Samples.xdemo("0200/minimal.xml");
    portal.submit(payload);
    await()
        .atMost(SOON)
        .untilAsserted(() -> assertThat(town.droppedWith("gewerbeamt", payload)).hasSize(1));
  }

  private List<byte[]> submitted(int count) throws Exception {
    var payloads = new ArrayList<byte[]>();
    for (var number = 0; number < count; number++) {
      var payload = Samples.xdemo("0100/minimal.xml");
      awaitState(portal, portal.submit(payload), "DELIVERED");
      payloads.add(payload);
    }
    return payloads;
  }

  private String arrived(byte[] payload) {
    return await().atMost(SOON).until(() -> town.inboundOf(payload), it -> it.isPresent()).get();
  }
}
