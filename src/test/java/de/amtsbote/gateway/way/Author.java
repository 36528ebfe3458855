package de.amtsbote.gateway.way;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.security.cert.X509Certificate;

/** Somebody who sends over the intermediary of the town without a gateway. */
final class Author {

  private final Town town;

  Author(Town town) {
    this.town = town;
  }

  /** Sends it; the intermediary must take it. */
  MessageId send(OutgoingDelivery delivery) throws Exception {
    var client = client();
    var id = client.messageId();
    assertThat(client.store(id, delivery)).isInstanceOf(SendOutcome.Accepted.class);
    return id;
  }

  OsciClient client() {
    return readingAs("portal");
  }

  /** Signs as ever, and reads with the certificate of this party. */
  OsciClient readingAs(String party) {
    var identity =
        ClientIdentity.of(keys(town.ciphers.get(party)), keys(town.signers.get("portal")));
    var supplier =
        Supplier.of(
            town.intermediary(),
            cipherOf("intermediary"),
            town.signers.get("intermediary").certificate());
    return new OsciClient(identity, supplier, new HttpOsciTransport(HttpTimeouts.standard()));
  }

  X509Certificate cipherOf(String party) {
    return town.ciphers.get(party).certificate();
  }

  static KeyOperations keys(TestIdentity identity) {
    return SoftwareKeys.of(identity.key(), identity.certificate());
  }
}
