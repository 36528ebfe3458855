package de.amtsbote.gateway.way;

import static de.amtsbote.gateway.way.States.SOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.amtsbote.osci.client.OutgoingDelivery;
import de.amtsbote.osci.model.MessageId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A delivery that is larger than what is fetched from its mailbox. */
class OversizeDeliveryTest {

  private static final int TOO_MUCH = 2 << 20;

  private final Town town = Town.shared();
  private final Author author = new Author(town);

  @Test
  void delivery_isParkedAndWhatIsBehindItArrives() throws Exception {
    var large = author.send(delivery(Samples.noise(TOO_MUCH)));
    var behind = author.send(delivery(Samples.xdemo("0200/minimal.xml")));

    await().atMost(SOON).until(() -> !states(behind.value()).isEmpty());

    assertThat(states("closed " + large.value())).containsExactly("PARKED OSCI_CONTENT_INVALID");
  }

  @Test
  void delivery_isNotReportedAsReceived() throws Exception {
    var large = author.send(delivery(Samples.noise(TOO_MUCH)));
    await().atMost(SOON).until(() -> !states("closed " + large.value()).isEmpty());

    assertThat(reception(large)).isNull();
  }

  private Object reception(MessageId id) throws Exception {
    return author.client().processCard(id).orElseThrow().card().reception();
  }

  private OutgoingDelivery delivery(byte[] payload) {
    return OutgoingDelivery.to(author.cipherOf(Town.LIMITED))
        .container("DATA")
        .data("MESSAGE", payload);
  }

  private List<String> states(String key) {
    return town.jdbc()
        .queryForList(
            "select concat_ws(' ', m.state, m.reason_code) from message m"
                + " join idempotency i on i.message_id = m.id where i.key = ?",
            String.class,
            key);
  }
}
