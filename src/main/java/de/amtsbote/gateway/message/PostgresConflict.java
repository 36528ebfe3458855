package de.amtsbote.gateway.message;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;

/** Compares a message with the one that came first under the same key or id. */
final class PostgresConflict {

  private PostgresConflict() {}

  /** The first receipt, from a row with message_id, received_at and payload_sha256. */
  static Receipt first(ResultSet row) throws SQLException {
    return new Receipt(
        new MessageId(row.getObject("message_id", UUID.class)),
        MessageState.RECEIVED,
        PostgresTimes.instant(row, "received_at"),
        HexFormat.of().formatHex(row.getBytes("payload_sha256")),
        true);
  }

  /**
   * The refusal of another message, with both receipts.
   *
   * @param what they have in common
   */
  static GatewayException refusal(
      ErrorCode code, String what, Receipt first, Intake refused, Instant now) {
    var other =
        new Receipt(refused.id(), MessageState.RECEIVED, now, refused.payload().sha256(), false);
    return GatewayException.conflict(
        code,
        "%s belongs to message %s, received %s, SHA-256 %s; this one, %s, has SHA-256 %s"
            .formatted(
                what, first.id(), first.receivedAt(), first.sha256(), other.id(), other.sha256()),
        new ReceiptConflict(first, other));
  }
}
