package de.amtsbote.gateway.message;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;

/** The table of the messages. */
final class PostgresMessages {

  private final JdbcTemplate jdbc;

  PostgresMessages(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  void insert(MessageId id, NewMessage message, WrappedKey key, TimelineEntry first) {
    var now = first.at();
    var traits = message.traits();
    withLine(
        """
        insert into message (id, tenant, entry_kind, entry_account, state, standard,
          standard_version, message_type, author, reader, service, xoev_uuid, traceparent,
          received_at, updated_at, key_id, wrapped_key, timeline_length, timeline_head, under_way)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, true)\
        """,
        id,
        message.tenant(),
        first,
        id.value(),
        message.tenant(),
        message.entry().kind().name(),
        message.entry().account(),
        MessageState.RECEIVED.name(),
        traits.standard(),
        traits.version(),
        traits.messageType(),
        traits.author(),
        traits.reader(),
        traits.service(),
        traits.xoevUuid(),
        message.traceparent(),
        PostgresTimes.time(now),
        PostgresTimes.time(now),
        key.keyId(),
        key.bytes(),
        first.sequence(),
        hash(first));
  }

  Optional<Message> find(MessageId id, List<Part> parts) {
    return jdbc
        .query(
            "select * from message where id = ?",
            (row, index) -> PostgresMessageRow.message(row, parts),
            id.value())
        .stream()
        .findFirst();
  }

  List<Message> find(Collection<MessageId> ids, Map<MessageId, List<Part>> parts) {
    return jdbc.query(
        "select * from message where id = any (?)",
        (row, index) ->
            PostgresMessageRow.message(
                row, parts.getOrDefault(new MessageId(row.getObject("id", UUID.class)), List.of())),
        (Object) ids.stream().map(MessageId::value).toArray(UUID[]::new));
  }

  /**
   * State and tenant under a row lock, which also puts the writers of the timeline in a queue; rows
   * that only refer to the message may be written meanwhile.
   */
  Optional<Locked> lock(MessageId id) {
    return jdbc
        .query(
            """
            select state, tenant, entry_kind, entry_account, timeline_length, timeline_head,
              under_way
            from message where id = ? for no key update\
            """,
            (row, index) ->
                new Locked(
                    MessageState.valueOf(row.getString("state")),
                    row.getString("tenant"),
                    PostgresMessageRow.entry(row),
                    row.getInt("timeline_length"),
                    HexFormat.of().formatHex(row.getBytes("timeline_head")),
                    row.getBoolean("under_way")),
            id.value())
        .stream()
        .findFirst();
  }

  /** Messages of a standard whose content is still there, newest first, without their parts. */
  List<Message> withContent(String standard, Instant since, MessageId before, int limit) {
    return jdbc.query(
        """
        select * from message where standard = ? and received_at >= ? and id < ?
          and wrapped_key is not null order by id desc limit ?\
        """,
        (row, index) -> PostgresMessageRow.message(row, List.of()),
        standard,
        PostgresTimes.time(since),
        before.value(),
        limit);
  }

  /** Moves a message, with the entry of its timeline. */
  void setState(MessageId id, String tenant, Reason reason, TimelineEntry line) {
    withLine(
        """
        update message set state = ?, updated_at = ?, next_due_at = null, waits_for = null,
          waiting_since = null, reason_code = ?, reason_details = ?, reason_incident = ?,
          findings = ?::jsonb, timeline_length = ?, timeline_head = ? where id = ?\
        """,
        id,
        tenant,
        line,
        line.state().name(),
        PostgresTimes.time(line.at()),
        reason == null ? null : reason.code().name(),
        reason == null ? null : reason.details(),
        reason == null ? null : reason.incident(),
        reason == null || reason.findings().isEmpty() ? null : Json.write(reason.findings()),
        line.sequence(),
        hash(line),
        id.value());
  }

  /** Adds an entry, and keeps how long the timeline is and where it ends. */
  void setHead(MessageId id, String tenant, TimelineEntry line) {
    withLine(
        "update message set timeline_length = ?, timeline_head = ? where id = ?",
        id,
        tenant,
        line,
        line.sequence(),
        hash(line),
        id.value());
  }

  /** Adds an entry and keeps which route takes the message now. */
  void setRoute(MessageId id, String tenant, String route, TimelineEntry line) {
    withLine(
        "update message set route = ?, timeline_length = ?, timeline_head = ? where id = ?",
        id,
        tenant,
        line,
        route,
        line.sequence(),
        hash(line),
        id.value());
  }

  /** One way to the database instead of two. */
  private void withLine(
      String update, MessageId id, String tenant, TimelineEntry line, Object... values) {
    var arguments = new ArrayList<>(PostgresTimeline.values(id, tenant, line));
    arguments.addAll(Arrays.asList(values));
    jdbc.update("with line as (" + PostgresTimeline.INSERT + ") " + update, arguments.toArray());
  }

  /**
   * Keeps what is known now.
   *
   * @param parts of the message
   * @return the message as it is then; empty when there is none
   */
  Optional<Message> setTraits(MessageId id, Traits traits, Instant now, List<Part> parts) {
    return jdbc
        .query(
            """
        update message set standard = coalesce(?, standard),
          standard_version = coalesce(?, standard_version),
          message_type = coalesce(?, message_type), author = coalesce(?, author),
          reader = coalesce(?, reader), service = coalesce(?, service),
          xoev_uuid = coalesce(?, xoev_uuid), updated_at = ? where id = ? returning *\
        """,
            (row, index) -> PostgresMessageRow.message(row, parts),
            traits.standard(),
            traits.version(),
            traits.messageType(),
            traits.author(),
            traits.reader(),
            traits.service(),
            traits.xoevUuid(),
            PostgresTimes.time(now),
            id.value())
        .stream()
        .findFirst();
  }

  /** Counts a failed attempt; the time that it waited behind a gate does not use up its budget. */
  void countAttempt(MessageId id, Instant now) {
    var time = PostgresTimes.time(now);
    jdbc.update(
        """
        update message set attempts = attempts + 1, next_due_at = null, waits_for = null,
          waiting_since = null, first_attempt_at = coalesce(
            first_attempt_at + greatest(interval '0', ?::timestamptz - waiting_since), ?)
        where id = ?\
        """,
        time,
        time,
        id.value());
  }

  /** Begins the work of a message anew. */
  void forgetAttempts(MessageId id) {
    jdbc.update(
        """
        update message set attempts = 0, first_attempt_at = null, route = null, under_way = true
        where id = ?\
        """,
        id.value());
  }

  /** The route has nothing left to do; the row stays locked. */
  Optional<MessageState> endWork(MessageId id) {
    return jdbc
        .query(
            "update message set under_way = false where id = ? returning state",
            (row, index) -> MessageState.valueOf(row.getString("state")),
            id.value())
        .stream()
        .findFirst();
  }

  /** Lets a message wait behind a gate; since when is kept from the first time on. */
  void setWaiting(MessageId id, String gate, Instant now) {
    jdbc.update(
        """
        update message set waits_for = ?, next_due_at = null,
          waiting_since = coalesce(waiting_since, ?) where id = ?\
        """,
        gate,
        PostgresTimes.time(now),
        id.value());
  }

  void setNextDue(MessageId id, Instant due) {
    jdbc.update(
        "update message set next_due_at = ? where id = ?", PostgresTimes.time(due), id.value());
  }

  private static byte[] hash(TimelineEntry line) {
    return HexFormat.of().parseHex(line.hash());
  }

  /**
   * What a writer needs to know of the message that it holds.
   *
   * @param underWay whether its route has still something to do
   */
  record Locked(
      MessageState state, String tenant, Entry entry, int length, String head, boolean underWay) {

    static Locked begin(NewMessage message, TimelineEntry first) {
      return new Locked(
          first.state(), message.tenant(), message.entry(), first.sequence(), first.hash(), true);
    }

    /** The same after one more entry. */
    Locked after(TimelineEntry line) {
      return new Locked(line.state(), tenant, entry, line.sequence(), line.hash(), underWay);
    }
  }
}
