package de.amtsbote.gateway.way;

import static de.amtsbote.gateway.way.States.SOON;
import static de.amtsbote.gateway.way.States.awaitState;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RestartTest {

  @TempDir private Path folder;

  @Test
  void gatewayThatStopsBetweenReceiptAndSending_goesOnWhenItIsBack() throws Exception {
    try (var town = new Town(folder)) {
      town.start("--amtsbote.work.enabled=false");
      var payload = Samples.xdemo("0100/minimal.xml");
      var id = town.portal().submit(payload);
      town.stop();

      town.start();

      awaitState(town.portal(), id, "DELIVERED");
      await().atMost(SOON).untilAsserted(() -> assertThat(town.postsWith(payload)).hasSize(1));
    }
  }
}
