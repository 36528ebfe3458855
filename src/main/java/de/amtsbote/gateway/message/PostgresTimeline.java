package de.amtsbote.gateway.message;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** The table of the timelines; the caller holds the row lock of the message. */
final class PostgresTimeline {

  /** Adds an entry, as the first part of a statement that changes the message. */
  static final String INSERT =
      """
      insert into timeline (message_id, tenant, sequence, at, event, state, code, actor, details,
        previous_hash, hash) values (?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?)\
      """;

  private static final String COLUMNS =
      "sequence, at, event, state, code, actor, details, previous_hash, hash";

  private final JdbcTemplate jdbc;

  PostgresTimeline(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /** What {@link #INSERT} asks for, in its order. */
  static List<Object> values(MessageId id, String tenant, TimelineEntry entry) {
    return Arrays.asList(
        id.value(),
        tenant,
        entry.sequence(),
        PostgresTimes.time(entry.at()),
        entry.event().name(),
        entry.state().name(),
        entry.code(),
        entry.actor(),
        Json.write(entry.details()),
        HexFormat.of().parseHex(entry.previousHash()),
        HexFormat.of().parseHex(entry.hash()));
  }

  List<TimelineEntry> all(MessageId id) {
    return jdbc.query(
        "select " + COLUMNS + " from timeline where message_id = ? order by sequence",
        (row, index) -> entry(row),
        id.value());
  }

  private static TimelineEntry entry(ResultSet row) throws SQLException {
    return new TimelineEntry(
        row.getInt("sequence"),
        PostgresTimes.instant(row, "at"),
        TimelineEvent.valueOf(row.getString("event")),
        MessageState.valueOf(row.getString("state")),
        row.getString("code"),
        row.getString("actor"),
        Json.readTexts(row.getString("details")),
        HexFormat.of().formatHex(row.getBytes("previous_hash")),
        HexFormat.of().formatHex(row.getBytes("hash")));
  }
}
