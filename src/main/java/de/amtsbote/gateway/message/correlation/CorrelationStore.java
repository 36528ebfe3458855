package de.amtsbote.gateway.message.correlation;

import de.amtsbote.gateway.message.MessageId;
import de.amtsbote.gateway.message.OsciKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.stereotype.Component;

/** Knows what belongs together; every look-up goes along an index. */
@Component
public class CorrelationStore {

  private static final Pattern ENDS_IN_UUID =
      Pattern.compile("(?i).*?([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})");

  /**
   * Whatever has this id, and then what it answers and what answers it. The ids that this gateway
   * makes for other systems end in the id of a message or of a hand-over.
   */
  private static final String BY_ANY_ID =
      """
      with hit (id) as (
        select id from message where id = ? and tenant = ?
        union select message_id from transmission where id = ? and tenant = ?
        union select message_id from idempotency where tenant = ? and key in (?, ?, ?)
        union select id from message where tenant = ? and xoev_uuid in (?, ?)
        union select message_id from transmission where osci_message_id = ? and tenant = ?
        union select message_id from correlation where tenant = ? and process_ref = ?),
      found (id) as (
        select id from hit
        union select c.in_reply_to from correlation c join hit on c.message_id = hit.id
        union select c.message_id from correlation c join hit on c.in_reply_to = hit.id)
      select m.id from found join message m on m.id = found.id where m.tenant = ?
      """;

  /** What an account handed in itself, and the answers to that. */
  private static final String OWN =
      """
      and ((m.entry_account = ? and m.entry_kind in ('REST', 'REPLY')) or exists (
        select 1 from correlation c join message answered on answered.id = c.in_reply_to
        where c.message_id = m.id and answered.entry_account = ?
          and answered.entry_kind in ('REST', 'REPLY')))
      """;

  private final JdbcTemplate jdbc;

  CorrelationStore(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /** Remembers what is known now, in the running transaction; nulls leave what was known. */
  public void keep(MessageId message, Correlation known) {
    if (known.isEmpty()) {
      return;
    }
    jdbc.update(
        """
        insert into correlation (message_id, tenant, process_ref, external_id, in_reply_to, test,
          obsolete_after)
        select id, tenant, ?, ?, ?, ?, ? from message where id = ?
        on conflict (message_id) do update set
          process_ref = coalesce(excluded.process_ref, correlation.process_ref),
          external_id = coalesce(excluded.external_id, correlation.external_id),
          in_reply_to = coalesce(excluded.in_reply_to, correlation.in_reply_to),
          test = excluded.test or correlation.test,
          obsolete_after = coalesce(excluded.obsolete_after, correlation.obsolete_after)""",
        known.processRef(),
        known.externalId(),
        known.inReplyTo() == null ? null : known.inReplyTo().value(),
        known.test(),
        known.obsoleteAfter(),
        message.value());
  }

  /** What is known of a message. */
  public Correlation of(MessageId message) {
    return jdbc
        .query(
            "select * from correlation where message_id = ?",
            (row, index) -> correlation(row),
            message.value())
        .stream()
        .findFirst()
        .orElse(Correlation.NONE);
  }

  /** The same of many messages in one question; one of which nothing is known is left out. */
  public Map<MessageId, Correlation> of(Collection<MessageId> messages) {
    var known = new HashMap<MessageId, Correlation>();
    jdbc.query(
        "select * from correlation where message_id = any (?)",
        (RowCallbackHandler)
            row ->
                known.put(new MessageId(row.getObject("message_id", UUID.class)), correlation(row)),
        (Object) messages.stream().map(MessageId::value).toArray(UUID[]::new));
    return known;
  }

  /** The messages that answer this one, oldest first. */
  public List<MessageId> repliesTo(MessageId message) {
    return repliesTo(message, Integer.MAX_VALUE);
  }

  /** The same; of very many only the newest ones. */
  public List<MessageId> repliesTo(MessageId message, int most) {
    return ids(
        """
        select message_id from (
          select message_id from correlation where in_reply_to = ?
          order by message_id desc limit ?) as newest
        order by message_id""",
        message.value(),
        most);
  }

  /**
   * The message that was meant when a reader refers to its XÖV UUID.
   *
   * @param reader key of whoever answers, for nobody else can answer it
   */
  public Optional<MessageId> answered(String tenant, String xoevUuid, String reader) {
    // by itself "order by … limit" would read the messages of the tenant backwards
    return ids(
            """
        with meant as materialized (
          select id from message where tenant = ? and xoev_uuid in (?, ?) and reader = ?)
        select id from meant order by id desc limit 1""",
            tenant,
            xoevUuid,
            xoevUuid.toLowerCase(Locale.ROOT),
            reader)
        .stream()
        .findFirst();
  }

  /**
   * The messages that one of their ids leads to, newest first: the id of the message, of a
   * hand-over or of an answer, idempotency key, process reference, XTA id, OSCI message id, XÖV
   * UUID.
   *
   * @param account only what this account handed in, and the answers to that; null for all
   * @param before only older ones than this; null for all
   */
  public List<MessageId> find(
      String tenant, String account, String anyId, MessageId before, int limit) {
    var text = anyId.strip();
    var small = text.toLowerCase(Locale.ROOT);
    var uuid = uuid(text);
    var begin =
        List.<Object>of(
            uuid,
            tenant,
            uuid,
            tenant,
            tenant,
            text,
            small,
            OsciKey.closed(text),
            tenant,
            text,
            small,
            text,
            tenant,
            tenant,
            text,
            tenant);
    var arguments = new ArrayList<>(begin);
    if (account != null) {
      arguments.add(account);
      arguments.add(account);
    }
    if (before != null) {
      arguments.add(before.value());
    }
    arguments.add(limit);
    return ids(
        BY_ANY_ID
            + (account == null ? "" : OWN)
            + (before == null ? "" : " and m.id < ?")
            + " order by m.id desc limit ?",
        arguments.toArray());
  }

  private static UUID uuid(String text) {
    var match = ENDS_IN_UUID.matcher(text);
    // no message has the id that stands for none
    return match.matches() ? UUID.fromString(match.group(1)) : new UUID(0, 0);
  }

  private List<MessageId> ids(String sql, Object... arguments) {
    return jdbc.query(sql, (row, index) -> new MessageId(row.getObject(1, UUID.class)), arguments);
  }

  private static Correlation correlation(ResultSet row) throws SQLException {
    var answered = row.getObject("in_reply_to", UUID.class);
    return new Correlation(
        row.getString("process_ref"),
        row.getString("external_id"),
        answered == null ? null : new MessageId(answered),
        row.getBoolean("test"),
        row.getObject("obsolete_after", LocalDate.class));
  }
}
