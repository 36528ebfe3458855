package de.amtsbote.gateway.way;

import static de.amtsbote.gateway.way.States.SOON;
import static de.amtsbote.gateway.way.States.awaitState;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A procedure that takes two messages at a time gets no more, and gets all. */
class ConcurrencyWayTest {

  private final Town town = Town.shared();
  private final PortalClient portal = town.portal();
  private final OperatorClient operator = town.operator();

  @Test
  void messagesBeyondTheLimit_waitWithoutAttemptsAndFollow() throws Exception {
    town.narrow.hangs();
    var payloads = new ArrayList<byte[]>();
    var ids = new ArrayList<String>();
    for (var number = 0; number < 5; number++) {
      var payload = Samples.xdemo("0100/minimal.xml");
      payloads.add(payload);
      ids.add(portal.submit(payload, Map.of("service", "parkausweis"), Map.of()));
    }
    await().atMost(SOON).until(() -> town.narrow.underWay() == 2);
    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                assertThat(ids)
                    .filteredOn(
                        it ->
                            operator
                                .message(it)
                                .path("timeline")
                                .toString()
                                .contains("full:delivery:parkausweis"))
                    .hasSize(3));

    town.narrow.goesOn();

    for (var id : ids) {
      awaitState(portal, id, "DELIVERED");
      assertThat(operator.message(id).at("/message/failedAttempts").asInt()).isZero();
    }
    assertThat(town.narrow.mostAtOnce()).isEqualTo(2);
    for (var payload : payloads) {
      assertThat(town.narrow.postsWith(payload)).hasSize(1);
    }
  }
}
