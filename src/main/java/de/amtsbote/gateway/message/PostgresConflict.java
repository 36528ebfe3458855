package de.amtsbote.gateway.message;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;

/** Says which two messages got in each other's way. */
final class PostgresConflict {

  private PostgresConflict() {}

  /**
   * Names both receipts: that of the first message and that which the refused one would have got.
   *
   * @param what they have in common
   * @param row with received_at and payload_sha256 of the first
   */
  static String of(String what, MessageId first, ResultSet row, Intake refused)
      throws SQLException {
    return "%s belongs to message %s, received %s, SHA-256 %s; this one, %s, has SHA-256 %s"
        .formatted(
            what,
            first,
            PostgresTimes.instant(row, "received_at"),
            HexFormat.of().formatHex(row.getBytes("payload_sha256")),
            refused.id(),
            refused.payload().sha256());
  }
}
