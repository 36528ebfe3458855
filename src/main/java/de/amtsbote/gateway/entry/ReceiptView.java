package de.amtsbote.gateway.entry;

import de.amtsbote.gateway.message.MessageState;
import de.amtsbote.gateway.message.Receipt;
import java.time.Instant;

/** The receipt as callers see it. */
public record ReceiptView(String id, MessageState state, Instant receivedAt, String sha256) {

  /** The public form. */
  public static ReceiptView of(Receipt receipt) {
    return new ReceiptView(
        receipt.id().toString(), receipt.state(), receipt.receivedAt(), receipt.sha256());
  }
}
