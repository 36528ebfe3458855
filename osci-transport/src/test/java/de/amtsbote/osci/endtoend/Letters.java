package de.amtsbote.osci.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import de.amtsbote.osci.client.ClientIdentity;
import de.amtsbote.osci.client.OsciClient;
import de.amtsbote.osci.client.OutgoingDelivery;
import de.amtsbote.osci.client.SendOutcome;
import de.amtsbote.osci.content.ContentSource;
import de.amtsbote.osci.content.OpenedContent;
import de.amtsbote.osci.content.OpenedItem;
import de.amtsbote.osci.model.MessageId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Random;

/** Deliveries for tests. */
final class Letters {

  static final byte[] PAYLOAD =
      "<antrag><name>Müller &amp; Söhne</name></antrag>".getBytes(StandardCharsets.UTF_8);

  private Letters() {}

  static OutgoingDelivery to(ClientIdentity addressee) {
    return OutgoingDelivery.to(addressee.cipher().get(0).certificate())
        .subject("Antrag")
        .data("payload", PAYLOAD);
  }

  static OutgoingDelivery withAttachment(ClientIdentity addressee, byte[] attachment) {
    return to(addressee).attachment("plan", "plan.pdf", ContentSource.of(attachment));
  }

  static byte[] octets(int count) {
    var octets = new byte[count];
    new Random(count).nextBytes(octets);
    return octets;
  }

  /** Sends a letter that must be accepted. */
  static MessageId send(OsciClient from, ClientIdentity to) throws IOException {
    var id = from.messageId();
    assertThat(from.store(id, to(to))).isInstanceOf(SendOutcome.Accepted.class);
    return id;
  }

  static byte[] payload(OpenedContent content, String refId) throws IOException {
    var item = (OpenedItem.Octets) content.containers().get(0).item(refId).orElseThrow();
    try (var in = item.open()) {
      return in.readAllBytes();
    }
  }
}
