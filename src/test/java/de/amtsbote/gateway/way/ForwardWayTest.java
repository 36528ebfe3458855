package de.amtsbote.gateway.way;

import static de.amtsbote.gateway.way.States.SOON;
import static de.amtsbote.gateway.way.States.awaitState;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** From a portal over {@code osci:forward} and the intermediary to the push entry of an office. */
class ForwardWayTest {

  private static final Map<String, String> URGENT = Map.of("service", "eilzustellung");

  private final Town town = Town.shared();
  private final PortalClient portal = town.portal();

  @Test
  void urgentApplication_isBroughtToTheOffice() throws Exception {
    var payload = Samples.xdemo("0200/minimal.xml");

    var id = portal.submit(payload, URGENT, Map.of());

    await()
        .atMost(SOON)
        .untilAsserted(() -> assertThat(town.droppedWith("zustellung", payload)).hasSize(1));
    awaitState(portal, id, "DELIVERED");
    assertThat(portal.message(id).path("timeline").toString()).contains("reception");
  }

  @Test
  void urgentApplicationForAnOfficeWithoutAddress_isParkedAndSaysSo() throws Exception {
    var id = portal.submit(Samples.xdemo("0300/minimal.xml"), URGENT, Map.of());

    await()
        .atMost(SOON)
        .untilAsserted(() -> assertThat(portal.state(id)).isIn("PARKED", "REJECTED"));
    assertThat(portal.message(id).at("/reason/code").asString()).startsWith("AB-3");
  }
}
