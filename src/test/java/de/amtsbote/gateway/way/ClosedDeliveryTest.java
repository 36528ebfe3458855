package de.amtsbote.gateway.way;

import static de.amtsbote.gateway.way.States.SOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.amtsbote.osci.client.OutgoingDelivery;
import de.amtsbote.osci.model.MessageId;
import de.amtsbote.osci.testpki.TestPki;
import org.junit.jupiter.api.Test;

/** What happens to deliveries that must not be opened. */
class ClosedDeliveryTest {

  private final Town town = Town.shared();
  private final Author author = new Author(town);

  @Test
  void deliveryOfAnAuthorNobodyTrusts_isKeptAsItCameAndParked() throws Exception {
    var id =
        author.send(delivery().signedBy(Author.keys(TestPki.root("Fremde CA").signer("Fremder"))));

    awaitParked(id);

    assertThat(
            town.jdbc()
                .queryForObject(
                    "select reason_code from message where id in (select message_id from"
                        + " idempotency where key = ?)",
                    String.class,
                    "closed " + id.value()))
        .isEqualTo("CERTIFICATE_REFUSED");
  }

  @Test
  void deliveryWithoutAnyContainer_isParkedAndDoesNotBlockTheMailbox() throws Exception {
    var empty = new Letter(town, "portal", "gewerbeamt").send();

    awaitParked(empty);
  }

  @Test
  void deliveryThatIsKeptClosed_isNotReportedAsReceived() throws Exception {
    var id =
        author.send(delivery().signedBy(Author.keys(TestPki.root("Fremde CA").signer("Fremder"))));

    awaitParked(id);

    assertThat(author.client().processCard(id).orElseThrow().card().reception()).isNull();
  }

  @Test
  void deliveryBehindAClosedOne_isFetchedAllTheSame() throws Exception {
    var closed =
        author.send(delivery().signedBy(Author.keys(TestPki.root("Fremde CA").signer("Fremder"))));
    var payload = Samples.xdemo("0200/minimal.xml");

    author.send(
        OutgoingDelivery.to(author.cipherOf("gewerbeamt"))
            .container("DATA")
            .data("MESSAGE", payload));

    awaitParked(closed);
    await()
        .atMost(SOON)
        .untilAsserted(() -> assertThat(town.droppedWith("gewerbeamt", payload)).hasSize(1));
  }

  @Test
  void otherDeliveryUnderAnIdThatIsUsed_isKeptAsItCameAndParked() throws Exception {
    var first = author.send(delivery());
    awaitStored(first);
    var second = author.client().messageId();
    town.jdbc()
        .update(
            "insert into idempotency select tenant, entry_kind, entry_account, ?, fingerprint,"
                + " message_id, payload_sha256, received_at from idempotency where key = ?",
            second.value(),
            first.value());

    author.client().store(second, delivery());

    awaitParked(second);
  }

  private void awaitStored(MessageId id) {
    await()
        .atMost(SOON)
        .until(
            () ->
                town.jdbc()
                        .queryForObject(
                            "select count(*) from idempotency where key = ?",
                            Long.class,
                            id.value())
                    == 1);
  }

  private void awaitParked(MessageId id) {
    await()
        .atMost(SOON)
        .until(
            () ->
                town.jdbc()
                        .queryForObject(
                            "select count(*) from message m join idempotency i on i.message_id ="
                                + " m.id where i.key = ? and m.state = 'PARKED'",
                            Long.class,
                            "closed " + id.value())
                    == 1);
  }

  private OutgoingDelivery delivery() throws Exception {
    return OutgoingDelivery.to(author.cipherOf("gewerbeamt"))
        .container("DATA")
        .data("MESSAGE", Samples.xdemo("0200/minimal.xml"));
  }
}
