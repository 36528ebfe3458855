package de.amtsbote.gateway.message.retention;

import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.GatewayException;
import de.amtsbote.gateway.message.MessageId;
import de.amtsbote.gateway.message.MessageStore;
import de.amtsbote.gateway.message.Note;
import de.amtsbote.gateway.message.TimelineEvent;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
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
          var removed = Removed.NOTHING;
          for (var id : due(HAS_CONTENT, group, before, limit)) {
            removed = removed.plus(erase(id, "system", null, now));
            if (removed.bytes() > BATCH_BYTES) {
              break;
            }
          }
          return removed;
        });
  }

  /**
   * Erases the content of one ended message at once, as a person may ask for it.
   *
   * @param reason stands in the timeline: no personal data
   * @throws GatewayException {@link ErrorCode#TRANSITION_ILLEGAL} while it is under way or held;
   *     {@link ErrorCode#CONTENT_ERASED} when it was erased before
   */
  public Removed eraseNow(MessageId id, String actor, String reason, Instant now) {
    return transaction.execute(
        status -> {
          var due =
              jdbc.queryForList(
                  "select id from message where id = ? and held_at is null and "
                      + HAS_CONTENT
                      + " for update",
                  UUID.class,
                  id.value());
          if (due.isEmpty()) {
            throw refusal(id);
          }
          return erase(id.value(), actor, reason, now);
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
          for (var table :
              List.of("event", "timeline", "transmission", "idempotency", "xoev_identity")) {
            jdbc.update("delete from " + table + " where message_id = any (?)", (Object) ids);
          }
          var parts = jdbc.update("delete from part where message_id = any (?)", (Object) ids);
          jdbc.update("delete from message where id = any (?)", (Object) ids);
          return new Removed(ids.length, parts, 0);
        });
  }

  /**
   * Removes old events of the feed, a batch at a time; also those that still wait for a webhook,
   * for one that is as old has none any more.
   */
  public int forgetEvents(Instant before, int limit) {
    return jdbc.update(
        """
        delete from event where id in (
          select id from event where at < ? order by at limit ?)""",
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

  private GatewayException refusal(MessageId id) {
    var isErased =
        jdbc.queryForObject(
            "select wrapped_key is null from message where id = ?", Boolean.class, id.value());
    return Boolean.TRUE.equals(isErased)
        ? new GatewayException(ErrorCode.CONTENT_ERASED, "message " + id)
        : new GatewayException(
            ErrorCode.TRANSITION_ILLEGAL, "message " + id + " is under way, parked or held");
  }

  private Removed erase(UUID id, String actor, String reason, Instant now) {
    var size = size(id);
    jdbc.update("delete from part_chunk where message_id = ?", id);
    // nobody can fetch it any more, and what waits behind it must be reached
    jdbc.update("delete from mailbox_entry where message_id = ? and fetched_at is null", id);
    jdbc.update(
        """
        update part set name = lower(role) || '-' || number where message_id = ?""",
        id);
    jdbc.update(
        "update message set key_id = null, wrapped_key = null, erased_at = ? where id = ?",
        Timestamp.from(now),
        id);
    var details = new HashMap<String, String>();
    details.put("parts", Long.toString(size.parts()));
    details.put("bytes", Long.toString(size.bytes()));
    if (reason != null) {
      details.put("reason", reason);
    }
    messages.note(new MessageId(id), TimelineEvent.ERASED, Note.by(actor, details));
    return size;
  }

  private Removed size(UUID id) {
    return jdbc.queryForObject(
        "select count(*), coalesce(sum(size), 0) from part where message_id = ?",
        (row, index) -> new Removed(1, row.getLong(1), row.getLong(2)),
        id);
  }
}
