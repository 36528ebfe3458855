package de.amtsbote.gateway.message;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

/** A row of the table of hand-overs. */
final class PostgresTransmissionRow {

  private PostgresTransmissionRow() {}

  static Transmission of(ResultSet row) throws SQLException {
    return new Transmission(
        row.getObject("id", UUID.class),
        new MessageId(row.getObject("message_id", UUID.class)),
        TransmissionKind.valueOf(row.getString("kind")),
        row.getString("destination"),
        TransmissionState.valueOf(row.getString("state")),
        row.getString("osci_message_id"),
        row.getInt("attempts"),
        PostgresTimes.instant(row, "created_at"),
        PostgresTimes.instant(row, "sent_at"),
        new CardTimes(
            PostgresTimes.instant(row, "card_created_at"),
            PostgresTimes.instant(row, "card_forwarded_at"),
            PostgresTimes.instant(row, "card_received_at")),
        PostgresTimes.instant(row, "next_check_at"),
        row.getInt("checks"),
        row.getString("last_code"),
        row.getObject("intermediary_id", Long.class));
  }
}
