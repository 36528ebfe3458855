package de.amtsbote.gateway.delivery.mailbox;

import de.amtsbote.gateway.message.MessageId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;

/** What readers said, and the mailboxes as they see them; takes part in the running transaction. */
public class AcknowledgementStore {

  private final JdbcTemplate jdbc;
  private final Clock clock;

  AcknowledgementStore(JdbcTemplate jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * Which entries of a mailbox a reader wants to see, in their order.
   *
   * @param progress how far they have come
   * @param standard only these; null for all
   * @param service only these; null for all
   * @param behind number of the last entry of the page before; 0 for the first page
   */
  public record Listing(
      String tenant,
      String mailbox,
      Progress progress,
      String standard,
      String service,
      long behind,
      int limit) {}

  /** How far the reader has come with an entry. */
  public enum Progress {
    /** Not acknowledged yet. */
    NEW("fetched_at is null and withdrawn_at is null"),
    /** The reader has it, and is to say what becomes of it. */
    ACCEPTED("fetched_at is not null and settled_at is null"),
    /** Processed or rejected. */
    SETTLED("settled_at is not null"),
    /** Whatever is not withdrawn. */
    ALL("withdrawn_at is null");

    private final String condition;

    Progress(String condition) {
      this.condition = condition;
    }
  }

  /** A page of a mailbox. */
  public List<MailboxEntry> list(Listing listing) {
    var sql =
        new StringBuilder("select * from mailbox_entry where tenant = ? and mailbox = ? and ")
            .append(listing.progress().condition)
            .append(" and number > ?");
    var arguments =
        new ArrayList<Object>(List.of(listing.tenant(), listing.mailbox(), listing.behind()));
    if (listing.standard() != null) {
      sql.append(" and standard = ?");
      arguments.add(listing.standard());
    }
    if (listing.service() != null) {
      sql.append(" and service = ?");
      arguments.add(listing.service());
    }
    sql.append(" order by number limit ?");
    arguments.add(listing.limit());
    return jdbc.query(sql.toString(), (row, index) -> MailboxStore.entry(row), arguments.toArray());
  }

  /** The entry of a message in a mailbox. */
  public Optional<MailboxEntry> find(String tenant, String mailbox, MessageId message) {
    return jdbc
        .query(
            "select * from mailbox_entry where tenant = ? and mailbox = ? and message_id = ?",
            (row, index) -> MailboxStore.entry(row),
            tenant,
            mailbox,
            message.value())
        .stream()
        .findFirst();
  }

  /** The entry as it is now, and as nobody else can change it until the transaction ends. */
  MailboxEntry lock(UUID entry) {
    return jdbc.queryForObject(
        "select * from mailbox_entry where id = ? for update",
        (row, index) -> MailboxStore.entry(row),
        entry);
  }

  /** All that was said of an entry, in its order. */
  public List<Acknowledgement> of(UUID entry) {
    return jdbc.query(
        "select * from mailbox_acknowledgement where entry_id = ? order by at, status",
        (row, index) -> acknowledgement(row),
        entry);
  }

  /** The same of many entries in one question; one of which nothing was said is left out. */
  public Map<UUID, List<Acknowledgement>> of(Collection<UUID> entries) {
    var said = new HashMap<UUID, List<Acknowledgement>>();
    jdbc.query(
        "select * from mailbox_acknowledgement where entry_id = any (?) order by at, status",
        (RowCallbackHandler)
            row ->
                said.computeIfAbsent(row.getObject("entry_id", UUID.class), id -> new ArrayList<>())
                    .add(acknowledgement(row)),
        (Object) entries.toArray(UUID[]::new));
    return said;
  }

  /** What was said in these words before; empty when it was not, or in other words. */
  Optional<Acknowledgement> same(UUID entry, ProcessingStatus status, byte[] fingerprint) {
    return jdbc
        .query(
            "select * from mailbox_acknowledgement where entry_id = ? and status = ?",
            (row, index) ->
                Arrays.equals(row.getBytes("fingerprint"), fingerprint)
                    ? Optional.of(acknowledgement(row))
                    : Optional.<Acknowledgement>empty(),
            entry,
            status.name())
        .stream()
        .flatMap(Optional::stream)
        .findFirst();
  }

  Acknowledgement add(UUID entry, Acknowledgement said, byte[] fingerprint) {
    var now = now();
    jdbc.update(
        """
        insert into mailbox_acknowledgement (entry_id, status, at, account, reason, fingerprint,
          reply_id) values (?, ?, ?, ?, ?, ?, ?)""",
        entry,
        said.status().name(),
        MailboxStore.time(now),
        said.account(),
        said.reason(),
        fingerprint,
        said.reply() == null ? null : said.reply().value());
    if (said.status().isFinal()) {
      jdbc.update(
          "update mailbox_entry set settled_at = ? where id = ?", MailboxStore.time(now), entry);
    }
    return new Acknowledgement(said.status(), now, said.account(), said.reason(), said.reply());
  }

  /** What was said last of each entry of a message; an entry of which nothing was said is null. */
  List<ProcessingStatus> outcomes(MessageId message) {
    return jdbc.query(
        """
        select (select status from mailbox_acknowledgement a
                where a.entry_id = e.id and a.status <> 'ACCEPTED') as status
        from mailbox_entry e where e.message_id = ? and e.withdrawn_at is null""",
        (row, index) ->
            row.getString("status") == null
                ? null
                : ProcessingStatus.valueOf(row.getString("status")),
        message.value());
  }

  /** Why a reader of a message rejected it. */
  Optional<String> rejection(MessageId message) {
    return jdbc
        .queryForList(
            """
            select coalesce(a.reason, '') from mailbox_acknowledgement a
            join mailbox_entry e on e.id = a.entry_id
            where e.message_id = ? and a.status = 'REJECTED' order by a.at""",
            String.class,
            message.value())
        .stream()
        .findFirst();
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  private static Acknowledgement acknowledgement(ResultSet row) throws SQLException {
    var reply = row.getObject("reply_id", UUID.class);
    return new Acknowledgement(
        ProcessingStatus.valueOf(row.getString("status")),
        row.getObject("at", OffsetDateTime.class).toInstant(),
        row.getString("account"),
        row.getString("reason"),
        reply == null ? null : new MessageId(reply));
  }
}
