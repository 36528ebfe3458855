package de.amtsbote.gateway.way;

import static de.amtsbote.gateway.way.States.SOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProductionWayTest {

  private static final Set<String> SENT = Set.of("SENT", "DELIVERED", "COMPLETED");

  @TempDir private Path folder;

  @Test
  void authorOfATestMessage_isToldThatAProductiveInstallationTakesNone() throws Exception {
    try (var town = new Town(folder)) {
      town.start("--amtsbote.production=true");
      var message =
          new String(Samples.xdemo("0200/minimal.xml"), StandardCharsets.UTF_8)
              .replaceFirst(" standard=", " test=\"1\" standard=");

      new Letter(town, "portal", "bauamt")
          .forOffice("DATA", "MESSAGE", message.getBytes(StandardCharsets.UTF_8))
          .send();

      await().atMost(SOON).until(() -> SENT.containsAll(answers(town)) && !answers(town).isEmpty());
      assertThat(town.jdbc().queryForList("select reason_code from message", String.class))
          .contains("PAYLOAD_INVALID");
    }
  }

  /** The states of the messages that answer another one. */
  private static List<String> answers(Town town) {
    return town.jdbc()
        .queryForList(
            "select a.state from timeline t join message a on a.id = (t.details->>'message')::uuid"
                + " where t.event = 'ANSWERED'",
            String.class);
  }
}
