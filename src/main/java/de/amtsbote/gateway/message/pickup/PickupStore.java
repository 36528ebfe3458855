package de.amtsbote.gateway.message.pickup;

import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.MessageId;
import de.amtsbote.gateway.message.ReceiptPace;
import de.amtsbote.gateway.message.TransmissionKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Finds hand-overs that nobody has picked up yet. */
@Component
public class PickupStore {

  private static final String COLUMNS =
      "t.id, t.message_id, t.tenant, m.standard, m.message_type, m.service, m.route, t.kind,"
          + " t.partner, t.sent_at, t.card_checked_at, t.overdue_at";

  private final JdbcTemplate jdbc;

  PickupStore(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Hand-overs that have lain since that time or longer, the longest first.
   *
   * @param after the last of the page before; null for the first page
   */
  public List<Pickup> waitingSince(Instant time, Pickup after, int limit) {
    return jdbc.query(
        """
        select %s from transmission t join message m on m.id = t.message_id
        where t.state = 'SENT' and m.state = 'SENT' and t.sent_at <= ? and (t.sent_at, t.id) > (?, ?)
        order by t.sent_at, t.id limit ?"""
            .formatted(COLUMNS),
        (row, index) -> pickup(row),
        Timestamp.from(time),
        Timestamp.from(after == null ? Instant.EPOCH : after.sentAt()),
        after == null ? new UUID(0, 0) : after.id(),
        limit);
  }

  /**
   * A hand-over of a message whose last day has passed.
   *
   * @param lastDay which its author named
   */
  public record Obsolete(Pickup pickup, LocalDate lastDay) {}

  /**
   * Hand-overs of messages whose last day has passed, by their ids.
   *
   * @param after the last of the page before; null for the first page
   */
  public List<Obsolete> obsolete(LocalDate today, Obsolete after, int limit) {
    return jdbc.query(
        """
        select %s, c.obsolete_after from transmission t join message m on m.id = t.message_id
          join correlation c on c.message_id = m.id
        where t.state = 'SENT' and m.state = 'SENT' and m.entry_kind = 'XTA'
          and c.obsolete_after < ? and t.id > ? order by t.id limit ?"""
            .formatted(COLUMNS),
        (row, index) -> new Obsolete(pickup(row), row.getObject("obsolete_after", LocalDate.class)),
        today,
        after == null ? new UUID(0, 0) : after.pickup().id(),
        limit);
  }

  /**
   * Marks a hand-over as lying too long.
   *
   * @return false when it was marked before or has been picked up meanwhile
   */
  public boolean markOverdue(UUID id, Instant now) {
    return jdbc.update(
            """
            update transmission set overdue_at = ?
            where id = ? and overdue_at is null and state = 'SENT'""",
            Timestamp.from(now),
            id)
        == 1;
  }

  /** Lets it be asked at once whether the reader has come. */
  public void askNow(UUID id, Instant now) {
    jdbc.update(
        """
        update transmission set next_check_at = ?
        where id = ? and state = 'SENT' and (next_check_at is null or next_check_at > ?)""",
        Timestamp.from(now),
        id,
        Timestamp.from(now));
  }

  /**
   * Gives a hand-over up. An intermediary or an XTA server keeps what it has, so its receipt is
   * still asked for, once a day.
   *
   * @param why code that is kept with it
   * @return false when it has been picked up meanwhile
   */
  public boolean giveUp(UUID id, ErrorCode why, Instant now) {
    return jdbc.update(
            """
            update transmission set state = 'FAILED', checks = 0, last_code = ?, updated_at = ?,
              next_check_at = case when kind in ('OSCI', 'XTA') then ?::timestamptz end
            where id = ? and state = 'SENT'""",
            why.code(),
            Timestamp.from(now),
            Timestamp.from(now.plus(ReceiptPace.LATE)),
            id)
        == 1;
  }

  /** How many hand-overs lie too long now, at most the limit. */
  public long overdue(long limit) {
    return jdbc.queryForObject(
        """
        select count(*) from (select 1 from transmission t join message m on m.id = t.message_id
          where t.state = 'SENT' and t.overdue_at is not null and m.state = 'SENT' limit ?) as w""",
        Long.class,
        limit);
  }

  private static Pickup pickup(ResultSet row) throws SQLException {
    return new Pickup(
        row.getObject("id", UUID.class),
        new MessageId(row.getObject("message_id", UUID.class)),
        row.getString("tenant"),
        row.getString("standard"),
        row.getString("message_type"),
        row.getString("service"),
        row.getString("route"),
        TransmissionKind.valueOf(row.getString("kind")),
        row.getString("partner"),
        instant(row, "sent_at"),
        instant(row, "card_checked_at"),
        instant(row, "overdue_at"));
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    var time = row.getTimestamp(column);
    return time == null ? null : time.toInstant();
  }
}
