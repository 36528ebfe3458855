package de.amtsbote.gateway.way;

import static de.amtsbote.gateway.way.States.SOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.amtsbote.gateway.TestClamd;
import de.amtsbote.osci.client.OutgoingDelivery;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What comes sealed is seen by the virus scanner when it is opened. */
class InfectedWayTest {

  private final Town town = Town.shared();

  @Test
  void infectedDeliveryThatIsBrought_isNotAccepted() throws Exception {
    var pusher = new Pusher(town);

    assertThat(pusher.bring("zustellung", pusher.order(with(TestClamd.SIGNATURE))))
        .containsExactly("9805");

    assertThat(reasons(pusher.id().value())).isEmpty();
  }

  @Test
  void deliveryThatTheScannerCannotJudge_isNotRefusedForEver() throws Exception {
    var pusher = new Pusher(town);

    assertThat(pusher.bring("zustellung", pusher.order(with(TestClamd.TOO_MUCH))))
        .containsExactly("fault 9000");

    assertThat(reasons(pusher.id().value())).isEmpty();
  }

  @Test
  void infectedDeliveryOfAMailbox_isKeptClosedAndParked() throws Exception {
    var author = new Author(town);

    var id = author.send(delivery(author, with(TestClamd.SIGNATURE)));

    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                assertThat(reasons("closed " + id.value()))
                    .containsExactly("PARKED CONTENT_INFECTED"));
  }

  @Test
  void deliveryOfAMailboxThatTheScannerCannotJudge_isParkedAndWhatIsBehindItArrives()
      throws Exception {
    var author = new Author(town);
    var payload = Samples.xdemo("0200/minimal.xml");

    var id = author.send(delivery(author, with(TestClamd.TOO_MUCH)));
    author.send(delivery(author, payload));

    await()
        .atMost(SOON)
        .untilAsserted(() -> assertThat(town.droppedWith("gewerbeamt", payload)).hasSize(1));
    assertThat(reasons("closed " + id.value())).containsExactly("PARKED CONTENT_UNSCANNABLE");
  }

  @Test
  void deliveryOfAMailboxAtWhichTheScannerGoesAway_isParkedAndWhatIsBehindItArrives()
      throws Exception {
    var author = new Author(town);
    var payload = with("behind " + UUID.randomUUID());

    var id = author.send(delivery(author, with(TestClamd.GONE)));
    author.send(delivery(author, payload));

    await()
        .atMost(SOON)
        .untilAsserted(() -> assertThat(town.droppedWith("gewerbeamt", payload)).hasSize(1));
    assertThat(reasons("closed " + id.value())).containsExactly("PARKED CONTENT_UNSCANNABLE");
  }

  private static OutgoingDelivery delivery(Author author, byte[] payload) throws Exception {
    return OutgoingDelivery.to(author.cipherOf("gewerbeamt"))
        .container("DATA")
        .data("MESSAGE", payload);
  }

  private static byte[] with(String text) throws IOException {
    var document = new String(Samples.xdemo("0200/minimal.xml"), StandardCharsets.UTF_8);
    return (document + "<!-- " + text + " -->").getBytes(StandardCharsets.UTF_8);
  }

  private List<String> reasons(String key) {
    return town.jdbc()
        .queryForList(
            "select m.state || ' ' || m.reason_code from message m"
                + " join idempotency i on i.message_id = m.id where i.key = ?",
            String.class,
            key);
  }
}
