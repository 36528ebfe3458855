package de.amtsbote.gateway.way;

import static de.amtsbote.gateway.way.States.SOON;
import static de.amtsbote.gateway.way.States.awaitState;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Messages in ZIP containers go the whole way; what is inside decides. */
class ContainerWayTest {

  private static final String MESSAGE = "4711_gewerbe.anmeldung.antrag.0200.xml";

  private final Town town = Town.shared();
  private final PortalClient portal = town.portal();

  @Test
  void containerWithAValidMessage_arrivesAsItIs() throws Exception {
    var container = new Zip().with(MESSAGE, Samples.xdemo("0200/minimal.xml")).bytes();

    var id = portal.submitAs("application/zip", container);

    awaitState(portal, id, "DELIVERED");
    assertThat(portal.message(id).path("messageType").asString()).isEqualTo("0200");
    await()
        .atMost(SOON)
        .untilAsserted(() -> assertThat(town.droppedWith("gewerbeamt", container)).hasSize(1));
  }

  @Test
  void containerThatIsPackedAnewAndSentAgain_isTheSameMessage() throws Exception {
    var message = Samples.xdemo("0200/minimal.xml");
    var container = new Zip().with(MESSAGE, message).bytes();
    var anew = new Zip().uncompressed().with(MESSAGE, message).bytes();

    var first = portal.submitAs("application/zip", container);

    assertThat(anew).isNotEqualTo(container);
    assertThat(portal.submitAs("application/zip", anew)).isEqualTo(first);
  }

  @Test
  void containerInAMailbox_arrivesAsItIsUnderItsOwnName() throws Exception {
    var container = new Zip().with(MESSAGE, Samples.xdemo("0200/minimal.xml")).bytes();

    new Letter(town, "portal", "gewerbeamt").forOffice("DATA", "MESSAGE", container).send();

    await()
        .atMost(SOON)
        .untilAsserted(() -> assertThat(town.droppedWith("gewerbeamt", container)).hasSize(1));
    assertThat(town.droppedWith("gewerbeamt", container).get(0).resolve("payload.zip")).exists();
    assertThat(
            town.jdbc()
                .queryForList(
                    "select media_type from part where sha256 = sha256(?)",
                    String.class,
                    (Object) container))
        .containsExactly("application/zip");
  }

  @Test
  void containerInTheDropFolder_isTakenAsWhatItIs() throws Exception {
    var container = new Zip().with(MESSAGE, Samples.xdemo("0200/minimal.xml")).bytes();
    var folder = Files.createDirectories(town.folder.resolve("data/ablage"));
    Files.write(folder.resolve("transfer.tmp"), container);

    Files.move(folder.resolve("transfer.tmp"), folder.resolve("transfer.zip"));

    await()
        .atMost(SOON)
        .untilAsserted(() -> assertThat(town.droppedWith("gewerbeamt", container)).hasSize(1));
    assertThat(
            town.jdbc()
                .queryForList(
                    "select distinct media_type from part where sha256 = sha256(?)",
                    String.class,
                    (Object) container))
        .containsExactly("application/zip");
  }

  @Test
  void containerWithAnInvalidMessage_isRejectedWithWhatIsWrongInside() throws Exception {
    var container = new Zip().with(MESSAGE, Samples.xdemo("0200/broken-missing.xml")).bytes();

    var id = portal.submitAs("application/zip", container);

    awaitState(portal, id, "REJECTED");
    assertThat(portal.message(id).at("/reason").toString())
        .contains("AB-2005", "XOEV-X001", "/gewerbe.anmeldung.antrag.0200[1]/betrieb[1]");
  }

  @Test
  void documentThatTheMessageDoesNotName_isReported() throws Exception {
    var container =
        new Zip()
            .with(MESSAGE, Samples.xdemo("0200/minimal.xml"))
            .with("4711_plan.pdf", "%PDF".getBytes(StandardCharsets.UTF_8))
            .bytes();

    var id = portal.submitAs("application/x-zip-compressed", container);

    awaitState(portal, id, "DELIVERED");
    assertThat(
            town.jdbc()
                .queryForObject(
                    "select details->>'findings' from timeline where message_id = ?::uuid"
                        + " and event = 'VALIDATED'",
                    String.class,
                    id))
        .contains("XOEV-A002");
  }

  @Test
  void containerThatLeadsOutOfItsFolder_isRejectedByName() throws Exception {
    var container =
        new Zip()
            .with("../../etc/crontab", new byte[] {1})
            .with(MESSAGE, Samples.xdemo("0200/minimal.xml"))
            .bytes();

    assertRefused(portal.submitAs("application/zip", container), "no plain file name");
  }

  @Test
  void containerThatIsCutOff_isRejectedByName() throws Exception {
    var container = new Zip().with(MESSAGE, Samples.xdemo("0200/minimal.xml")).bytes();
    var cut = Arrays.copyOf(container, container.length - 30);

    assertRefused(portal.submitAs("application/zip", cut), "table of contents");
  }

  private void assertRefused(String id, String why) {
    awaitState(portal, id, "REJECTED");
    assertThat(portal.message(id).at("/reason").toString()).contains("XOEV-X006", why);
  }
}
