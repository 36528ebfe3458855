package de.amtsbote.gateway.entry.xta;

import de.amtsbote.gateway.message.MessageId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;

/** The table of the messages that came in over XTA; takes part in the running transaction. */
public class PostgresXtaMessages {

  private final JdbcTemplate jdbc;

  PostgresXtaMessages(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /** What an id is compared by. */
  public static String key(String xtaId) {
    return xtaId.toLowerCase(Locale.ROOT);
  }

  /**
   * Keeps under which id a message was handed in.
   *
   * @param account of our server, or the server that it was fetched from
   * @param repeat true when it had come before under another id
   */
  public void insert(String tenant, String account, XtaRecord message, boolean repeat) {
    jdbc.update(
        """
        insert into xta_message (message_id, tenant, account, xta_id, key, not_before,
          obsolete_after, encrypted, in_reply_to, repeat) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        message.id().value(),
        tenant,
        account,
        message.xtaId(),
        key(message.xtaId()),
        message.notBefore() == null ? null : message.notBefore().atOffset(ZoneOffset.UTC),
        message.obsoleteAfter(),
        message.encrypted(),
        keys(message.inReplyTo()),
        repeat);
  }

  /** Keeps others from using this id until the running transaction ends. */
  void lock(String tenant, String xtaId) {
    jdbc.query(
        "select pg_advisory_xact_lock(hashtextextended(?, 0))",
        row -> {},
        "xta " + tenant + " " + key(xtaId));
  }

  private static String[] keys(Collection<String> ids) {
    return ids.stream().map(PostgresXtaMessages::key).toArray(String[]::new);
  }

  /** The messages of a tenant that were handed in under one of these ids. */
  Set<MessageId> byIds(String tenant, Collection<String> ids) {
    return ids("tenant = ? and key = any (?)", tenant, keys(ids));
  }

  /** The messages of a tenant that answer one of these. */
  Set<MessageId> inReplyTo(String tenant, Collection<String> ids) {
    return ids("tenant = ? and in_reply_to && ?", tenant, keys(ids));
  }

  private Set<MessageId> ids(String condition, Object... arguments) {
    return new HashSet<>(
        jdbc.query(
            "select message_id from xta_message where " + condition,
            (row, index) -> new MessageId(row.getObject(1, UUID.class)),
            arguments));
  }

  /** The message that this account handed in under this id. */
  Optional<XtaRecord> find(XtaAccount account, String xtaId) {
    return find(account.tenant(), account.name(), xtaId);
  }

  /** The message that came in under this id by this account. */
  public Optional<XtaRecord> find(String tenant, String account, String xtaId) {
    return jdbc
        .query(
            "select * from xta_message where tenant = ? and account = ? and key = ?",
            (row, index) -> message(row),
            tenant,
            account,
            key(xtaId))
        .stream()
        .findFirst();
  }

  /** The message with this id, under its first XTA id, when it came in over XTA. */
  Optional<XtaRecord> find(MessageId id) {
    return jdbc
        .query(
            "select * from xta_message where message_id = ? and not repeat",
            (row, index) -> message(row),
            id.value())
        .stream()
        .findFirst();
  }

  private static XtaRecord message(ResultSet row) throws SQLException {
    return new XtaRecord(
        new MessageId(row.getObject("message_id", UUID.class)),
        row.getString("xta_id"),
        time(row.getObject("not_before", OffsetDateTime.class)),
        row.getObject("obsolete_after", LocalDate.class),
        row.getBoolean("encrypted"),
        List.of((String[]) row.getArray("in_reply_to").getArray()));
  }

  private static Instant time(OffsetDateTime time) {
    return time == null ? null : time.toInstant();
  }
}
