package de.amtsbote.gateway.way;

import static de.amtsbote.gateway.way.States.SOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.amtsbote.osci.client.ClientIdentity;
import de.amtsbote.osci.client.OsciClient;
import de.amtsbote.osci.client.OutgoingDelivery;
import de.amtsbote.osci.client.SendOutcome;
import de.amtsbote.osci.client.Supplier;
import de.amtsbote.osci.crypto.KeyOperations;
import de.amtsbote.osci.crypto.SoftwareKeys;
import de.amtsbote.osci.http.HttpOsciTransport;
import de.amtsbote.osci.http.HttpTimeouts;
import de.amtsbote.osci.model.MessageId;
import de.amtsbote.osci.testpki.TestIdentity;
import de.amtsbote.osci.testpki.TestPki;
import java.security.cert.X509Certificate;
import org.junit.jupiter.api.Test;

/** What happens to deliveries that must not be opened. */
class ClosedDeliveryTest {

  private final Town town = Town.shared();

  @Test
  void deliveryOfAnAuthorNobodyTrusts_isKeptAsItCameAndParked() throws Exception {
    var id = send(delivery().signedBy(keys(TestPki.root("Fremde CA").signer("Fremder"))));

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
    var id = send(delivery().signedBy(keys(TestPki.root("Fremde CA").signer("Fremder"))));

    awaitParked(id);

    assertThat(client().processCard(id).orElseThrow().card().reception()).isNull();
  }

  @Test
  void deliveryBehindAClosedOne_isFetchedAllTheSame() throws Exception {
    var closed = send(delivery().signedBy(keys(TestPki.root("Fremde CA").signer("Fremder"))));
    var payload = Samples.xdemo("0200/minimal.xml");

    send(OutgoingDelivery.to(cipherOf("gewerbeamt")).container("DATA").data("MESSAGE", payload));

    awaitParked(closed);
    await()
        .atMost(SOON)
        .untilAsserted(() -> assertThat(town.droppedWith("gewerbeamt", payload)).hasSize(1));
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
    return OutgoingDelivery.to(cipherOf("gewerbeamt"))
        .container("DATA")
        .data("MESSAGE", Samples.xdemo("0200/minimal.xml"));
  }

  private MessageId send(OutgoingDelivery delivery) throws Exception {
    var client = client();
    var id = client.messageId();
    assertThat(client.store(id, delivery)).isInstanceOf(SendOutcome.Accepted.class);
    return id;
  }

  private OsciClient client() {
    var identity =
        ClientIdentity.of(keys(town.ciphers.get("portal")), keys(town.signers.get("portal")));
    var supplier =
        Supplier.of(
            town.intermediary(),
            cipherOf("intermediary"),
            town.signers.get("intermediary").certificate());
    return new OsciClient(identity, supplier, new HttpOsciTransport(HttpTimeouts.standard()));
  }

  private X509Certificate cipherOf(String party) {
    return town.ciphers.get(party).certificate();
  }

  private static KeyOperations keys(TestIdentity identity) {
    return SoftwareKeys.of(identity.key(), identity.certificate());
  }
}
