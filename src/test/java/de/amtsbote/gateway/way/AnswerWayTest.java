package de.amtsbote.gateway.way;

import static de.amtsbote.gateway.way.States.SOON;
import static de.amtsbote.gateway.way.States.awaitState;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** From the portal into the folder of a procedure, and its answer back by a file. */
class AnswerWayTest {

  private final Town town = Town.shared();
  private final PortalClient portal = town.portal();

  @Test
  void acceptedMessage_isCompletedAndItsFolderIsGone() throws Exception {
    var payload = Samples.xdemo("0100/minimal.xml");
    var id = submitted(payload);
    var ready = ready(payload);
    awaitState(portal, id, "SENT");

    Files.writeString(beside(ready, ".accepted"), "");

    awaitState(portal, id, "COMPLETED");
    await().atMost(SOON).untilAsserted(() -> assertThat(beside(ready, ".accepted")).doesNotExist());
    assertThat(ready).doesNotExist();
    assertThat(beside(ready, ".ready")).doesNotExist();
  }

  @Test
  void rejectedMessage_tellsThePortalWhy() throws Exception {
    var payload = Samples.xdemo("0100/minimal.xml");
    var id = submitted(payload);
    var ready = ready(payload);

    Files.writeString(beside(ready, ".rejected"), "The plan is missing.");

    awaitState(portal, id, "REJECTED");
    assertThat(portal.message(id).at("/reason/details").asString())
        .isEqualTo("The plan is missing.");
  }

  private String submitted(byte[] payload) throws Exception {
    return portal.submit(payload, Map.of("service", "bauvoranfrage"), Map.of());
  }

  private Path ready(byte[] payload) {
    // what was answered before may be deleted at this very moment
    return await()
        .ignoreException(NoSuchFileException.class)
        .atMost(SOON)
        .until(
            () ->
                town.droppedWith("bauvoranfrage", payload).stream()
                    .filter(it -> Files.exists(beside(it, ".ready")))
                    .findFirst(),
            it -> it.isPresent())
        .orElseThrow();
  }

  private static Path beside(Path folder, String suffix) {
    return folder.resolveSibling(folder.getFileName() + suffix);
  }
}
