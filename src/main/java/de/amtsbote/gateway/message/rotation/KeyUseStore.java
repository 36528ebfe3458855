package de.amtsbote.gateway.message.rotation;

import de.amtsbote.gateway.message.MessageId;
import de.amtsbote.gateway.message.WrappedKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Which data keys are wrapped by which key, and the exchange of their wrapping. */
final class KeyUseStore {

  private final JdbcTemplate jdbc;
  private final TransactionTemplate transaction;

  KeyUseStore(DataSource source) {
    this.jdbc = new JdbcTemplate(source);
    this.transaction = new TransactionTemplate(new JdbcTransactionManager(source));
  }

  Instant now() {
    return jdbc.queryForObject("select clock_timestamp()", OffsetDateTime.class).toInstant();
  }

  /** Notes that a node has this key as its own now. */
  void seen(String alias, Instant now) {
    jdbc.update(
        """
        insert into store_key (alias, first_used_at, seen_at) values (?, ?, ?)
        on conflict (alias) do update set seen_at = greatest(store_key.seen_at, excluded.seen_at)""",
        alias,
        Timestamp.from(now),
        Timestamp.from(now));
  }

  /** Every key that a node named or that wraps a data key, in the order of their first use. */
  List<KeyUse> uses() {
    return jdbc.query(
        """
        select coalesce(k.alias, u.key_id) as alias, coalesce(u.messages, 0) as messages,
          k.first_used_at, k.seen_at
        from store_key k full join
          (select key_id, count(*) as messages from message where key_id is not null
           group by key_id) u on u.key_id = k.alias
        order by k.first_used_at nulls last, 1""",
        (row, index) ->
            new KeyUse(
                row.getString("alias"),
                row.getLong("messages"),
                instant(row, "first_used_at"),
                instant(row, "seen_at")));
  }

  /** Keys that wrap data keys and came into use before this one; the oldest first. */
  List<String> olderThan(String alias) {
    // jumps from key to key in the index, however many messages each has
    return jdbc.queryForList(
        """
        with recursive used as (
          (select key_id from message where key_id is not null order by key_id limit 1)
          union all
          select (select m.key_id from message m where m.key_id > used.key_id
                  order by m.key_id limit 1)
          from used where used.key_id is not null)
        select k.alias from used join store_key k on k.alias = used.key_id
        where k.first_used_at < (select first_used_at from store_key where alias = ?)
        order by k.first_used_at""",
        String.class,
        alias);
  }

  long count(String alias) {
    return jdbc.queryForObject("select count(*) from message where key_id = ?", Long.class, alias);
  }

  /**
   * Wraps the next data keys of a key anew, in one short transaction.
   *
   * @param after only messages behind this one; null for the first batch
   * @param rewrap gives the new wrapping; null when the old one does not open
   */
  Batch rewrap(String alias, MessageId after, int limit, UnaryOperator<WrappedKey> rewrap) {
    return transaction.execute(status -> locked(alias, after, limit, rewrap));
  }

  private Batch locked(String alias, MessageId after, int limit, UnaryOperator<WrappedKey> rewrap) {
    // another node that has locked some of them does these itself
    var rows =
        jdbc.query(
            """
            select id, wrapped_key from message where key_id = ? and id > ?
            order by id limit ? for no key update skip locked""",
            (row, index) ->
                new Row(row.getObject("id", UUID.class), new WrappedKey(alias, row.getBytes(2))),
            alias,
            after == null ? new UUID(0, 0) : after.value(),
            limit);
    var changes = new ArrayList<Object[]>();
    for (var row : rows) {
      var renewed = rewrap.apply(row.key());
      if (renewed != null) {
        changes.add(new Object[] {renewed.keyId(), renewed.bytes(), row.id(), alias});
      }
    }
    jdbc.batchUpdate(
        "update message set key_id = ?, wrapped_key = ? where id = ? and key_id = ?", changes);
    var last = rows.isEmpty() ? null : new MessageId(rows.get(rows.size() - 1).id());
    return new Batch(changes.size(), rows.size() - changes.size(), last);
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    var time = row.getTimestamp(column);
    return time == null ? null : time.toInstant();
  }

  private record Row(UUID id, WrappedKey key) {}

  /** What one batch did; {@code last} is null when there was nothing to do. */
  record Batch(int done, int failed, MessageId last) {}
}
