package de.amtsbote.gateway.message;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Finds messages along an index and in its order, so that a page costs the same however many
 * messages there are. Ids begin with the time of arrival; they bound the time without an index of
 * their own.
 */
final class PostgresSearch {

  /** A message gets its id when it begins to arrive, and is received when all of it is there. */
  private static final Duration LONGEST_INTAKE = Duration.ofDays(1);

  private final JdbcTemplate jdbc;

  PostgresSearch(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  List<Message> find(MessageSearch search) {
    var query = new Query(search);
    return jdbc.query(
        query.sql.toString(),
        (row, index) -> PostgresMessageRow.message(row, List.of()),
        query.arguments.toArray());
  }

  private static final class Query {

    private final StringBuilder sql = new StringBuilder();
    private final List<Object> arguments = new ArrayList<>();

    Query(MessageSearch search) {
      if (search.partner() == null) {
        sql.append("select * from message where message.tenant = ?");
        arguments.add(search.tenant());
        before("message.id", search);
        filters(search);
        sql.append(" order by message.id desc limit ?");
        arguments.add(search.limit());
      } else {
        partner(search);
      }
    }

    /** The ids come from indexes alone, so that only the rows of the page are read. */
    private void partner(MessageSearch search) {
      sql.append(
          """
          select * from message where message.id in (
            select handed.message_id from transmission as handed
            join message on message.id = handed.message_id
            where handed.tenant = ? and message.tenant = ?\
          """);
      arguments.add(search.tenant());
      arguments.add(search.tenant());
      and("handed.partner = ?", search.partner());
      before("handed.message_id", search);
      filters(search);
      sql.append(
          """
             group by handed.message_id order by handed.message_id desc limit ?)
          order by message.id desc\
          """);
      arguments.add(search.limit());
    }

    private void before(String id, MessageSearch search) {
      and(id + " < ?", search.before() == null ? null : search.before().value());
      and(id + " >= ?", search.from() == null ? null : first(search.from().minus(LONGEST_INTAKE)));
      and(id + " < ?", search.to() == null ? null : first(search.to().plusMillis(1)));
    }

    private void filters(MessageSearch search) {
      and("message.state = ?", search.state() == null ? null : search.state().name());
      and("message.standard = ?", search.standard());
      and("message.xoev_uuid = ?", search.xoevUuid());
      and("message.reason_code = ?", search.code() == null ? null : search.code().name());
      and("message.route = ?", search.route());
      and("message.received_at >= ?", PostgresTimes.time(search.from()));
      and("message.received_at < ?", PostgresTimes.time(search.to()));
      if (search.osciMessageId() != null) {
        sql.append(' ');
        sql.append(
            """
            and message.id in (
             select message_id from transmission where osci_message_id = ?
             union all
             select message_id from idempotency where tenant = ? and key in (?, ?)
               and entry_kind in ('OSCI_MAILBOX', 'OSCI_PUSH'))\
            """);
        var id = search.osciMessageId();
        arguments.addAll(List.of(id, search.tenant(), id, OsciKey.closed(id)));
      }
    }

    private void and(String condition, Object value) {
      if (value != null) {
        sql.append(" and ").append(condition);
        arguments.add(value);
      }
    }

    private static UUID first(Instant time) {
      return new UUID(Math.max(0, time.toEpochMilli()) << 16, 0);
    }
  }
}
