package de.amtsbote.gateway.intermediary;

import de.amtsbote.osci.mailbox.CardQuery;
import de.amtsbote.osci.mailbox.NewDelivery;
import de.amtsbote.osci.mailbox.ProcessCardEntry;
import de.amtsbote.osci.mailbox.PurgeLimits;
import de.amtsbote.osci.mailbox.WaitingQuery;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;

/** Process cards (Laufzettel). */
final class PostgresCards {

  private static final String WAITING =
      """
      card.received_at is null
      and exists (select 1 from osci_delivery d
        where d.message_id = card.message_id and d.fetchable)
      """;

  private final JdbcTemplate jdbc;

  PostgresCards(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  void insert(NewDelivery delivery) {
    var createdAt = PostgresInstant.of(delivery.createdAt());
    jdbc.update(
        """
        insert into osci_card (message_id, mailbox, originator, subject, created_at, modified_at,
          inspections) values (?, ?, ?, ?, ?, ?, ?)""",
        delivery.messageId(),
        delivery.mailbox(),
        delivery.originator().orElse(null),
        delivery.subject().orElse(null),
        createdAt,
        createdAt,
        delivery.inspections());
  }

  /** Deletes card and delivery; tells when the delivery was created. */
  Optional<Instant> delete(String messageId) {
    return jdbc
        .query(
            "delete from osci_card where message_id = ? returning created_at",
            (row, i) -> PostgresInstant.read(row, "created_at"),
            messageId)
        .stream()
        .findFirst();
  }

  Optional<ProcessCardEntry> find(String messageId) {
    return query("card.message_id = ?", List.of(messageId)).stream().findFirst();
  }

  Optional<ProcessCardEntry> oldestWaiting(WaitingQuery query) {
    var condition = new StringBuilder(WAITING);
    var arguments = waiting(query, condition);
    condition.append(" order by card.created_at, card.number limit 1");
    return query(condition.toString(), arguments).stream().findFirst();
  }

  long countWaiting(WaitingQuery query, int most) {
    var condition = new StringBuilder(WAITING);
    var arguments = waiting(query, condition);
    arguments.add(most);
    var count =
        jdbc.queryForObject(
            "select count(*) from (select 1 from osci_card card where %s limit ?) waiting"
                .formatted(condition),
            Long.class,
            arguments.toArray());
    return count == null ? 0 : count;
  }

  private static List<Object> waiting(WaitingQuery query, StringBuilder condition) {
    var arguments = new ArrayList<Object>();
    condition.append(" and ").append(oneOf("mailbox", query.mailboxes(), arguments));
    from(query.storedFrom(), "created_at", condition, arguments);
    from(query.modifiedFrom(), "modified_at", condition, arguments);
    return arguments;
  }

  List<ProcessCardEntry> list(CardQuery query) {
    var arguments = new ArrayList<Object>();
    arguments.add(query.asAddressee());
    var condition =
        new StringBuilder("(? and ").append(oneOf("mailbox", query.mailboxes(), arguments));
    arguments.add(query.asOriginator());
    condition
        .append(" or ? and ")
        .append(oneOf("originator", query.mailboxes(), arguments))
        .append(')');
    if (!query.messageIds().isEmpty()) {
      condition.append(" and card.message_id = any (?)");
      arguments.add(query.messageIds().toArray(String[]::new));
    }
    from(query.createdFrom(), "created_at", condition, arguments);
    from(query.modifiedFrom(), "modified_at", condition, arguments);
    if (query.onlyWithoutReception()) {
      condition.append(" and card.received_at is null");
    }
    condition.append(" order by card.modified_at, card.message_id limit ?");
    arguments.add(query.limit());
    return query(condition.toString(), arguments);
  }

  /** A single mailbox, which is the rule, is compared so that an index gives the order. */
  private static String oneOf(String column, Set<String> mailboxes, List<Object> arguments) {
    if (mailboxes.size() == 1) {
      arguments.add(mailboxes.iterator().next());
      return "card." + column + " = ?";
    }
    arguments.add(mailboxes.toArray(String[]::new));
    return "card." + column + " = any (?)";
  }

  int touch(String messageId, Instant at) {
    return jdbc.update(
        "update osci_card set modified_at = greatest(modified_at, ?) where message_id = ?",
        PostgresInstant.of(at),
        messageId);
  }

  int markForwarded(String messageId, Instant at) {
    return mark("forwarded_at", messageId, at);
  }

  int markReceived(String messageId, Instant at) {
    return mark("received_at", messageId, at);
  }

  private int mark(String column, String messageId, Instant at) {
    OffsetDateTime time = PostgresInstant.of(at);
    return jdbc.update(
        "update osci_card set %s = ?, modified_at = greatest(modified_at, ?) where message_id = ? and %s is null"
            .formatted(column, column),
        time,
        time,
        messageId);
  }

  int purge(PurgeLimits limits) {
    return jdbc.update(
        "delete from osci_card where modified_at < ?", PostgresInstant.of(limits.cardsBefore()));
  }

  private List<ProcessCardEntry> query(String condition, List<Object> arguments) {
    return jdbc.query(
        "select card.* from osci_card card where " + condition,
        (row, i) -> card(row),
        arguments.toArray());
  }

  private static void from(
      Optional<Instant> from, String column, StringBuilder condition, List<Object> arguments) {
    from.ifPresent(
        it -> {
          condition.append(" and card.").append(column).append(" >= ?");
          arguments.add(PostgresInstant.of(it));
        });
  }

  private static ProcessCardEntry card(ResultSet row) throws SQLException {
    return new ProcessCardEntry(
        row.getString("message_id"),
        row.getString("mailbox"),
        Optional.ofNullable(row.getString("originator")),
        Optional.ofNullable(row.getString("subject")),
        PostgresInstant.read(row, "created_at"),
        PostgresInstant.find(row, "forwarded_at"),
        PostgresInstant.find(row, "received_at"),
        PostgresInstant.read(row, "modified_at"),
        row.getBytes("inspections"));
  }
}
