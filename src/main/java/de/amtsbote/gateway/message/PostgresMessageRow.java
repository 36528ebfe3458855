package de.amtsbote.gateway.message;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/** A row of the table of the messages. */
final class PostgresMessageRow {

  private PostgresMessageRow() {}

  static Message message(ResultSet row, List<Part> parts) throws SQLException {
    return new Message(
        new MessageId(row.getObject("id", UUID.class)),
        row.getString("tenant"),
        entry(row),
        MessageState.valueOf(row.getString("state")),
        new Traits(
            row.getString("standard"),
            row.getString("standard_version"),
            row.getString("message_type"),
            row.getString("author"),
            row.getString("reader"),
            row.getString("service"),
            row.getString("xoev_uuid")),
        PostgresTimes.instant(row, "received_at"),
        PostgresTimes.instant(row, "updated_at"),
        row.getInt("attempts"),
        PostgresTimes.instant(row, "first_attempt_at"),
        PostgresTimes.instant(row, "next_due_at"),
        row.getString("route"),
        waiting(row),
        reason(row),
        row.getString("traceparent"),
        parts);
  }

  private static Waiting waiting(ResultSet row) throws SQLException {
    var since = PostgresTimes.instant(row, "waiting_since");
    return since == null ? null : new Waiting(row.getString("waits_for"), since);
  }

  static Entry entry(ResultSet row) throws SQLException {
    return new Entry(
        EntryKind.valueOf(row.getString("entry_kind")), row.getString("entry_account"));
  }

  private static Reason reason(ResultSet row) throws SQLException {
    var code = row.getString("reason_code");
    return code == null
        ? null
        : new Reason(
            ErrorCode.valueOf(code),
            row.getString("reason_details"),
            row.getString("reason_incident"),
            Json.readFindings(row.getString("findings")));
  }
}
