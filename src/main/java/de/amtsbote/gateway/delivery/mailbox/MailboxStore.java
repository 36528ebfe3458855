package de.amtsbote.gateway.delivery.mailbox;

import de.amtsbote.gateway.message.MessageId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;

/** The entries of all mailboxes; takes part in the running transaction. */
public class MailboxStore {

  private static final Duration REQUESTS_LIVE = Duration.ofDays(1);

  private final JdbcTemplate jdbc;
  private final Clock clock;

  MailboxStore(JdbcTemplate jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** Lays a message ready; once it is, again changes nothing. */
  void put(UUID delivery, String mailbox, MessageId message, List<Integer> parts, long size) {
    jdbc.update(
        """
        insert into mailbox_entry (id, tenant, mailbox, message_id, parts, size, entered_at,
          standard, service)
        select ?, tenant, ?, id, ?, ?, ?, standard, service from message where id = ?
        on conflict (id) do nothing""",
        delivery,
        mailbox,
        parts.toArray(Integer[]::new),
        size,
        now(),
        message.value());
  }

  /** The entry of a hand-over by a delivery. */
  Optional<MailboxEntry> of(String delivery, UUID id) {
    return jdbc
        .query(
            "select * from mailbox_entry where id = ? and mailbox = ?",
            (row, index) -> entry(row),
            id,
            delivery)
        .stream()
        .findFirst();
  }

  /** Those hand-overs of a delivery whose messages ended before the reader had them. */
  List<UUID> withdrawn(String delivery, Collection<UUID> ids) {
    return jdbc.queryForList(
        """
        select id from mailbox_entry
        where id = any (?) and mailbox = ? and withdrawn_at is not null""",
        UUID.class,
        ids.toArray(UUID[]::new),
        delivery);
  }

  /** The next entries behind a position, in their order. */
  public List<MailboxEntry> list(MailboxSelection selection, long behind, int limit) {
    var arguments = new ArrayList<Object>();
    var condition = condition(selection, behind, arguments);
    arguments.add(limit);
    return jdbc.query(
        "select * from mailbox_entry where " + condition + " order by number limit ?",
        (row, index) -> entry(row),
        arguments.toArray());
  }

  /** How many entries there are behind a position. */
  public long count(MailboxSelection selection, long behind) {
    var arguments = new ArrayList<Object>();
    var condition = condition(selection, behind, arguments);
    return jdbc.queryForObject(
        "select count(*) from mailbox_entry where " + condition, Long.class, arguments.toArray());
  }

  private static String condition(MailboxSelection selection, long behind, List<Object> arguments) {
    var condition =
        new StringBuilder(
            "tenant = ? and mailbox = any (?) and number > ? and withdrawn_at is null");
    arguments.add(selection.tenant());
    arguments.add(selection.mailboxes().toArray(String[]::new));
    arguments.add(behind);
    if (selection.messages() != null) {
      condition.append(" and message_id = any (?)");
      arguments.add(selection.messages().stream().map(MessageId::value).toArray(UUID[]::new));
    }
    if (selection.from() != null) {
      condition.append(" and entered_at >= ?");
      arguments.add(time(selection.from()));
    }
    if (selection.to() != null) {
      condition.append(" and entered_at <= ?");
      arguments.add(time(selection.to()));
    }
    if (selection.fetched() != null) {
      condition.append(
          selection.fetched() ? " and fetched_at is not null" : " and fetched_at is null");
    }
    return condition.toString();
  }

  /** Takes what a message had ready away from readers that do not have it yet. */
  void withdraw(MessageId message) {
    jdbc.update(
        """
        update mailbox_entry set withdrawn_at = ?
        where message_id = ? and fetched_at is null and withdrawn_at is null""",
        now(),
        message.value());
  }

  /** Notes that the reader has it; false when that was known already. */
  boolean fetched(UUID delivery) {
    return jdbc.update(
            "update mailbox_entry set fetched_at = ? where id = ? and fetched_at is null",
            now(),
            delivery)
        == 1;
  }

  /** Remembers where a reader stands; what nobody went on with for a day is forgotten. */
  public void save(MailboxRequest request) {
    var selection = request.selection();
    jdbc.update(
        "delete from mailbox_request where created_at < ?", time(instant().minus(REQUESTS_LIVE)));
    jdbc.update(
        """
        insert into mailbox_request (id, tenant, account, mailboxes, messages, entered_from,
          entered_to, fetched, page, position, form, created_at)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        on conflict (id) do update set position = excluded.position""",
        request.id(),
        selection.tenant(),
        request.account(),
        selection.mailboxes().toArray(String[]::new),
        selection.messages() == null
            ? null
            : selection.messages().stream().map(MessageId::value).toArray(UUID[]::new),
        time(selection.from()),
        time(selection.to()),
        selection.fetched(),
        request.page(),
        request.position(),
        request.form(),
        now());
  }

  /** The request of this account; empty when it has no such one. */
  public Optional<MailboxRequest> request(String tenant, String account, UUID id) {
    return jdbc
        .query(
            "select * from mailbox_request where id = ? and tenant = ? and account = ?",
            (row, index) -> request(row),
            id,
            tenant,
            account)
        .stream()
        .findFirst();
  }

  /** Forgets a request. */
  public void forget(UUID request) {
    jdbc.update("delete from mailbox_request where id = ?", request);
  }

  private static MailboxRequest request(ResultSet row) throws SQLException {
    var messages = row.getArray("messages");
    var fetched = row.getObject("fetched", Boolean.class);
    return new MailboxRequest(
        row.getObject("id", UUID.class),
        row.getString("account"),
        new MailboxSelection(
            row.getString("tenant"),
            Set.of((String[]) row.getArray("mailboxes").getArray()),
            messages == null ? null : ids((UUID[]) messages.getArray()),
            instant(row, "entered_from"),
            instant(row, "entered_to"),
            fetched),
        row.getInt("page"),
        row.getLong("position"),
        row.getString("form"));
  }

  private static Set<MessageId> ids(UUID[] values) {
    return Stream.of(values).map(MessageId::new).collect(Collectors.toSet());
  }

  static MailboxEntry entry(ResultSet row) throws SQLException {
    return new MailboxEntry(
        row.getObject("id", UUID.class),
        row.getLong("number"),
        row.getString("mailbox"),
        new MessageId(row.getObject("message_id", UUID.class)),
        List.of((Integer[]) row.getArray("parts").getArray()),
        row.getLong("size"),
        instant(row, "entered_at"),
        instant(row, "fetched_at"),
        instant(row, "settled_at"),
        instant(row, "withdrawn_at"));
  }

  private OffsetDateTime now() {
    return time(instant());
  }

  private Instant instant() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  static OffsetDateTime time(Instant instant) {
    return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
  }

  static Instant instant(ResultSet row, String column) throws SQLException {
    var time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }
}
