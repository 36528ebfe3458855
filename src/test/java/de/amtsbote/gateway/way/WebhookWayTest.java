package de.amtsbote.gateway.way;

import static de.amtsbote.gateway.way.States.SOON;
import static de.amtsbote.gateway.way.States.awaitState;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WebhookWayTest {

  @Test
  void portalWithAWebhook_isToldOfEachMoveInOrder() throws Exception {
    var town = Town.shared();
    var id = town.portal().submit(Samples.xdemo("0100/minimal.xml"));
    awaitState(town.portal(), id, "DELIVERED");

    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                assertThat(told(town, id))
                    .extracting(event -> event.replaceAll(".*\"state\":\"([A-Z]+)\".*", "$1"))
                    .containsExactly("RECEIVED", "VALIDATED", "SENT", "DELIVERED"));
    assertThat(told(town, id))
        .allSatisfy(event -> assertThat(event).matches("v1=[0-9a-f]{64} \\{.*"))
        .allSatisfy(event -> assertThat(event).doesNotContain("Mustermann"));
  }

  private static List<String> told(Town town, String id) {
    Stream<String> all = town.events.stream();
    return all.filter(event -> event.contains("\"subject\":\"" + id + "\"")).toList();
  }
}
