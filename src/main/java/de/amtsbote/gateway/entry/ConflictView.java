package de.amtsbote.gateway.entry;

import de.amtsbote.gateway.message.Receipt;
import de.amtsbote.gateway.message.ReceiptConflict;
import java.time.Instant;

/**
 * Both receipts when another message came first under the same key or XÖV UUID.
 *
 * @param first the message that stands
 * @param refused what the other one would have got; nothing of it was stored
 */
public record ConflictView(Side first, Side refused) {

  static ConflictView of(ReceiptConflict conflict) {
    return new ConflictView(Side.of(conflict.first()), Side.of(conflict.refused()));
  }

  /** What tells one of the two from the other. */
  public record Side(String id, Instant receivedAt, String sha256) {

    private static Side of(Receipt receipt) {
      return new Side(receipt.id().toString(), receipt.receivedAt(), receipt.sha256());
    }
  }
}
