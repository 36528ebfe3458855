package de.amtsbote.osci.mailbox;

import java.util.List;

/**
 * A delivery as it was stored.
 *
 * @param card its process card as of now
 * @param header as given in {@link NewDelivery#header()}
 * @param parts as given in {@link NewDelivery#parts()}, same octets, same order
 */
public record StoredDelivery(ProcessCardEntry card, byte[] header, List<PartSource> parts) {

  /** Copies the list. */
  public StoredDelivery {
    parts = List.copyOf(parts);
  }

  /** The id under which it is kept, decoded. */
  public String messageId() {
    return card.messageId();
  }
}
