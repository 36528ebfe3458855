package de.amtsbote.gateway.message.version;

import de.amtsbote.gateway.message.Entry;
import de.amtsbote.gateway.message.EntryKind;
import de.amtsbote.gateway.message.MessageId;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Reads versions: one row along indexes, whatever the length of timeline and content. */
@Component
public class VersionStore {

  private final JdbcTemplate jdbc;

  VersionStore(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /** The version of a message; each change of a row gives it another xmin. */
  public Optional<Version> find(MessageId id) {
    return jdbc
        .query(
            """
            select m.tenant, m.entry_kind, m.entry_account,
              concat_ws('-', m.xmin, m.timeline_length, handed.tags, own.xmin, answers.count) as tag
            from message m
            left join correlation own on own.message_id = m.id
            cross join lateral (
              select string_agg(t.xmin::text, '.' order by t.id) as tags
              from transmission t where t.message_id = m.id) as handed
            cross join lateral (
              select count(*) from correlation c where c.in_reply_to = m.id) as answers
            where m.id = ?""",
            (row, index) ->
                new Version(
                    row.getString("tenant"),
                    new Entry(
                        EntryKind.valueOf(row.getString("entry_kind")),
                        row.getString("entry_account")),
                    row.getString("tag")),
            id.value())
        .stream()
        .findFirst();
  }
}
