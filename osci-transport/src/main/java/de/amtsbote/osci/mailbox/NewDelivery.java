package de.amtsbote.osci.mailbox;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A delivery to be stored.
 *
 * @param messageId given out by {@link MailboxStore#issue} before
 * @param mailbox the addressee's mailbox
 * @param fetchable whether the addressee may fetch it; false for deliveries pushed to a recipient
 * @param push where it is to be brought, if it is
 * @param originator the originator's mailbox; he may see the process card
 * @param subject readable text for the process card, if the originator gave one
 * @param createdAt when the intermediary took the order over
 * @param header what else belongs to the delivery, opaque to the store; a few kilobytes
 * @param inspections the certificate checks for the process card, opaque to the store
 * @param parts content and attachments in order
 */
public record NewDelivery(
    String messageId,
    String mailbox,
    boolean fetchable,
    Optional<PushOrder> push,
    Optional<String> originator,
    Optional<String> subject,
    Instant createdAt,
    byte[] header,
    byte[] inspections,
    List<PartSource> parts) {

  /** Copies the collections. */
  public NewDelivery {
    parts = List.copyOf(parts);
  }
}
