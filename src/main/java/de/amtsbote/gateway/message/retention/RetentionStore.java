package de.amtsbote.gateway.message.retention;

import de.amtsbote.gateway.message.MessageId;
import de.amtsbote.gateway.message.MessageStore;
import de.amtsbote.gateway.message.Note;
import de.amtsbote.gateway.message.TimelineEvent;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Removes what has been kept long enough, in batches that are a transaction each. */
@Component
public class RetentionStore {

  /** A batch ends with the message that exceeds it: 1 GiB. */
  private static final long BATCH_BYTES = 1024L * 1024 * 1024;

  private static final String ENDED =
      " and state in ('DELIVERED', 'COMPLETED', 'REJECTED', 'CANCELLED', 'EXPIRED')";

  private static final String HAS_CONTENT = "wrapped_key is not null" + ENDED;
  private static final String HAS_EVIDENCE = "wrapped_key is null" + ENDED;

  private final JdbcTemplate jdbc;
  private final TransactionTemplate transaction;
  private final MessageStore messages;

  RetentionStore(JdbcTemplate jdbc, TransactionTemplate transaction, MessageStore messages) {
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.messages = messages;
  }

  /** Groups of ended messages of which something is left to remove. */
  public List<MessageGroup> groups(Erasure.Kind kind) {
    var condition = kind == Erasure.Kind.CONTENT ? HAS_CONTENT : HAS_EVIDENCE;
    // jumps from group to group in the index, however many messages each has
    return jdbc.query(
        """
        with recursive found as (
          (select tenant, coalesce(standard, '') as standard, coalesce(service, '') as service
           from message where %1$s order by 1, 2, 3 limit 1)
          union all
          select further.* from found, lateral (
            select tenant, coalesce(standard, ''), coalesce(service, '') from message
            where %1$s and (tenant, coalesce(standard, ''), coalesce(service, ''))
              > (found.tenant, found.standard, found.service)
            order by 1, 2, 3 limit 1) as further)
        select tenant, nullif(standard, ''), nullif(service, '') from found"""
            .formatted(condition),
        (row, index) -> new MessageGroup(row.getString(1), row.getString(2), row.getString(3)));
  }

  /**
   * Erases the content of the next messages of a group: data key, chunks, and the names that
   * senders gave to attachments. It stands in the timeline of each.
   *
   * @param before only messages that had ended before then
   */
  public Removed eraseContent(MessageGroup group, Instant before, int limit, Instant now) {
    return transaction.execute(
        status -> {
          var due = due(HAS_CONTENT, group, before, limit);
          var removed = Removed.NOTHING;
          var ids = new ArrayList<UUID>();
          for (var id : due) {
            var one = size(id);
            jdbc.update("delete from part_chunk where message_id = ?", id);
            note(id, one);
            removed = removed.plus(one);
            ids.add(id);
            if (removed.bytes() > BATCH_BYTES) {
              break;
            }
          }
          var all = ids.toArray(UUID[]::new);
          jdbc.update(
              """
              update part set name = 'attachment-' || number
              where message_id = any (?) and role = 'ATTACHMENT'""",
              (Object) all);
          jdbc.update(
              """
              update message set key_id = null, wrapped_key = null, erased_at = ?
              where id = any (?)""",
              Timestamp.from(now),
              all);
          return removed;
        });
  }

  /**
   * Removes the next messages of a group for good; their content has been erased before.
   *
   * @param before only messages that had ended before then
   */
  public Removed removeEvidence(MessageGroup group, Instant before, int limit) {
    return transaction.execute(
        status -> {
          var ids = due(HAS_EVIDENCE, group, before, limit).toArray(UUID[]::new);
          for (var table : List.of("event", "timeline", "transmission", "idempotency")) {
            jdbc.update("delete from " + table + " where message_id = any (?)", (Object) ids);
          }
          var parts = jdbc.update("delete from part where message_id = any (?)", (Object) ids);
          jdbc.update("delete from message where id = any (?)", (Object) ids);
          return new Removed(ids.length, parts, 0);
        });
  }

  /** Removes old events of the feed, a batch at a time. */
  public int forgetEvents(Instant before, int limit) {
    return jdbc.update(
        """
        delete from event where id in (
          select id from event where at < ? and push_due_at is null order by at limit ?)""",
        Timestamp.from(before),
        limit);
  }

  private List<UUID> due(String condition, MessageGroup group, Instant before, int limit) {
    return jdbc.queryForList(
        "select id from message where "
            + condition
            + " and tenant = ? and coalesce(standard, '') = ? and coalesce(service, '') = ?"
            + " and updated_at <= ? and held_at is null"
            + " order by updated_at limit ? for update skip locked",
        UUID.class,
        group.tenant(),
        group.standard() == null ? "" : group.standard(),
        group.service() == null ? "" : group.service(),
        Timestamp.from(before),
        limit);
  }

  private Removed size(UUID id) {
    return jdbc.queryForObject(
        "select count(*), coalesce(sum(size), 0) from part where message_id = ?",
        (row, index) -> new Removed(1, row.getLong(1), row.getLong(2)),
        id);
  }

  private void note(UUID id, Removed size) {
    var details =
        Map.of("parts", Long.toString(size.parts()), "bytes", Long.toString(size.bytes()));
    messages.note(new MessageId(id), TimelineEvent.ERASED, Note.of(details));
  }
}
