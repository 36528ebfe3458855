package de.amtsbote.gateway.way;

import static de.amtsbote.gateway.way.States.SOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.amtsbote.osci.client.OutgoingDelivery;
import de.amtsbote.osci.model.MessageId;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** What comes into a mailbox under a UUID that is known. */
class SameUuidWayTest {

  private final Town town = Town.shared();
  private final Author author = new Author(town);

  @Test
  void otherMessageUnderAKnownUuid_isKeptAndRejectedAndNamesTheFirst() throws Exception {
    var payload = Samples.xdemo("0200/minimal.xml");
    var first = messageOf(send(payload));
    town.operator().awaitState(first, "DELIVERED");

    var second = messageOf(send(altered(payload)));

    assertThat(second).isNotEqualTo(first);
    town.operator().awaitState(second, "REJECTED");
    var reason = town.operator().message(second).path("reason");
    assertThat(reason.path("code").asString()).isEqualTo("XOEV_UUID_CONFLICT");
    assertThat(reason.path("details").asString()).contains(first);
    assertThat(town.droppedWith("gewerbeamt", altered(payload))).isEmpty();
    assertThat(town.droppedWith("gewerbeamt", payload)).hasSize(1);
  }

  @Test
  void sameMessageUnderANewOsciId_isTheFirstMessage() throws Exception {
    var payload = Samples.xdemo("0200/minimal.xml");
    var first = messageOf(send(payload));
    town.operator().awaitState(first, "DELIVERED");

    var again = send(payload);

    assertThat(messageOf(again)).isEqualTo(first);
    await()
        .atMost(SOON)
        .until(() -> author.client().processCard(again).orElseThrow().card().reception() != null);
    assertThat(town.droppedWith("gewerbeamt", payload)).hasSize(1);
  }

  private MessageId send(byte[] payload) throws Exception {
    return author.send(
        OutgoingDelivery.to(author.cipherOf("gewerbeamt"))
            .container("DATA")
            .data("MESSAGE", payload));
  }

  private String messageOf(MessageId id) {
    return await()
        .atMost(SOON)
        .until(
            () ->
                town
                    .jdbc()
                    .queryForList(
                        "select message_id::text from idempotency where key = ?",
                        String.class,
                        id.value())
                    .stream()
                    .findFirst(),
            it -> it.isPresent())
        .get();
  }

  private static byte[] altered(byte[] payload) {
    var text = new String(payload, StandardCharsets.UTF_8);
    return (text + "<!-- altered -->").getBytes(StandardCharsets.UTF_8);
  }
}
