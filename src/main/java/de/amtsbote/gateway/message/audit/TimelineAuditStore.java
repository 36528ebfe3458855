package de.amtsbote.gateway.message.audit;

import de.amtsbote.gateway.message.MessageId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Reads the timelines page by page in the order of their messages, so that memory does not grow
 * with their number, and each page in one view of the database, so that work going on meanwhile is
 * no fault.
 */
public final class TimelineAuditStore {

  private static final int PAGE = 500;

  /** A message gets its id when it begins to arrive, and is received when all of it is there. */
  private static final Duration LONGEST_INTAKE = Duration.ofDays(1);

  private static final UUID FIRST = new UUID(0, 0);

  private final JdbcTemplate jdbc;

  /** An audit of this database. */
  public TimelineAuditStore(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /** An audit of the database behind these connections. */
  public static TimelineAuditStore of(DataSource source) {
    return new TimelineAuditStore(new JdbcTemplate(source));
  }

  /** Checks all timelines of the scope and tells of each that does not hold. */
  public AuditReport verify(AuditScope scope, Consumer<ChainBreak> found) {
    var after = scope.after() == null ? start(scope) : scope.after().value();
    long messages = 0;
    long entries = 0;
    long broken = 0;
    while (messages < scope.limit()) {
      var size = (int) Math.min(PAGE, scope.limit() - messages);
      var page = page(scope, after, size);
      for (var each : page) {
        messages++;
        entries += each.links().size();
        var fault = ChainCheck.of(each.head(), each.links());
        fault.ifPresent(found);
        broken += fault.isPresent() ? 1 : 0;
      }
      if (page.size() < size) {
        return new AuditReport(messages, entries, broken, null);
      }
      after = page.get(page.size() - 1).head().id().value();
    }
    return new AuditReport(messages, entries, broken, new MessageId(after));
  }

  /** The first place where the timeline of a message does not hold; empty when it does. */
  public Optional<ChainBreak> verify(MessageId message) {
    var breaks = new ArrayList<ChainBreak>();
    verify(new AuditScope(null, message, null, null, 1), breaks::add);
    return breaks.stream().findFirst();
  }

  private record Chain(Head head, List<Link> links) {}

  private List<Chain> page(AuditScope scope, UUID after, int size) {
    var conditions = new StringBuilder("id > ?");
    var arguments = new ArrayList<Object>();
    arguments.add(after);
    if (scope.tenant() != null) {
      conditions.append(" and tenant = ?");
      arguments.add(scope.tenant());
    }
    if (scope.message() != null) {
      conditions.append(" and id = ?");
      arguments.add(scope.message().value());
    }
    if (scope.since() != null) {
      conditions.append(" and received_at >= ?");
      arguments.add(Timestamp.from(scope.since()));
    }
    arguments.add(size);
    var heads = new ArrayList<Head>();
    Map<MessageId, List<Link>> links = new HashMap<>();
    jdbc.query(
        """
        with page as (select id, tenant, state, timeline_length, timeline_head from message
          where %s order by id limit ?)
        select page.id, page.tenant, page.state as message_state, timeline_length, timeline_head,
          sequence, at, event, timeline.state, code, actor, details, previous_hash, hash
        from page left join timeline on timeline.message_id = page.id
        order by page.id, sequence\
        """
            .formatted(conditions),
        row -> {
          var id = new MessageId(row.getObject("id", UUID.class));
          var own = links.get(id);
          if (own == null) {
            own = new ArrayList<>();
            links.put(id, own);
            heads.add(head(id, row));
          }
          if (row.getString("event") != null) {
            own.add(link(row));
          }
        },
        arguments.toArray());
    return heads.stream().map(head -> new Chain(head, links.get(head.id()))).toList();
  }

  private static Head head(MessageId id, ResultSet row) throws SQLException {
    return new Head(
        id,
        row.getString("tenant"),
        row.getString("message_state"),
        row.getInt("timeline_length"),
        hex(row, "timeline_head"));
  }

  private static Link link(ResultSet row) throws SQLException {
    return new Link(
        row.getInt("sequence"),
        row.getTimestamp("at").toInstant(),
        row.getString("event"),
        row.getString("state"),
        row.getString("code"),
        row.getString("actor"),
        row.getString("details"),
        hex(row, "previous_hash"),
        hex(row, "hash"));
  }

  private static String hex(ResultSet row, String column) throws SQLException {
    var bytes = row.getBytes(column);
    return bytes == null ? "" : HexFormat.of().formatHex(bytes);
  }

  /** Ids begin with the time of arrival in milliseconds, so nothing older needs to be read. */
  private static UUID start(AuditScope scope) {
    if (scope.since() == null) {
      return FIRST;
    }
    var millis = Math.max(0, scope.since().minus(LONGEST_INTAKE).toEpochMilli());
    return new UUID(millis << 16, 0);
  }
}
