package de.amtsbote.gateway.delivery.fitconnect;

import de.amtsbote.gateway.fitconnect.AuthenticationTags;
import de.amtsbote.gateway.fitconnect.FitConnectApi.Announced;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;

/** Which submission belongs to which hand-over; part of the running transaction. */
public class FitConnectSendingStore {

  private final JdbcTemplate jdbc;
  private final Clock clock;

  FitConnectSendingStore(JdbcTemplate jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * A submission of ours.
   *
   * @param transmission id of the hand-over
   * @param submitting whether it may have been submitted
   * @param submitted whether it was, for certain
   * @param tags of the pieces that were submitted; null when nobody can tell
   * @param looks how often its receiver was asked in vain
   * @param event last thing that its receiver said; null before
   */
  record Sending(
      UUID transmission,
      UUID submission,
      UUID caseId,
      boolean submitting,
      boolean submitted,
      AuthenticationTags tags,
      int looks,
      String event) {}

  Optional<Sending> find(UUID transmission) {
    return jdbc
        .query(
            "select * from fit_sending where transmission_id = ?",
            (row, index) -> sending(row),
            transmission)
        .stream()
        .findFirst();
  }

  /** Keeps what was announced, instead of what was before. */
  void announced(String receiver, UUID transmission, Announced announced) {
    jdbc.update(
        """
        insert into fit_sending (transmission_id, receiver, submission_id, case_id, announced_at)
        values (?, ?, ?, ?, ?) on conflict (transmission_id) do update set
          submission_id = excluded.submission_id, case_id = excluded.case_id,
          announced_at = excluded.announced_at, submitting_at = null, submitted_at = null,
          tags = null, looks = 0, next_look_at = null, event = null""",
        transmission,
        receiver,
        announced.submission(),
        announced.caseId(),
        time(clock.instant()));
  }

  /** What was announced, and never submitted, is there no more. */
  void forget(Sending sending) {
    jdbc.update(
        "delete from fit_sending where transmission_id = ? and submission_id = ?",
        sending.transmission(),
        sending.submission());
  }

  /** From now on it may have been submitted. */
  void submitting(Sending sending) {
    set(sending, "submitting_at = coalesce(submitting_at, ?)", time(clock.instant()));
  }

  /** Handing it in was refused for good, so that it cannot have been submitted. */
  void notSubmitted(Sending sending) {
    set(sending, "submitting_at = submitted_at");
  }

  /**
   * It was submitted.
   *
   * @param tags null when nobody can tell
   * @param patience until its receiver is asked first
   */
  void submitted(Sending sending, AuthenticationTags tags, Duration patience) {
    var now = clock.instant();
    set(
        sending,
        "submitted_at = coalesce(submitted_at, ?), tags = coalesce(tags, ?),"
            + " next_look_at = coalesce(next_look_at, ?)",
        time(now),
        tags == null ? null : tags.text(),
        time(now.plus(patience)));
  }

  /**
   * Those whose receiver is to be asked now, the longest waiting first; also before its time where
   * the message expires else.
   */
  List<Sending> due(String receiver, int limit) {
    var now = time(clock.instant());
    return jdbc.query(
        """
        select s.* from fit_sending s join transmission t on t.id = s.transmission_id
        where s.receiver = ? and s.next_look_at is not null
          and (s.next_look_at <= ? or t.next_check_at <= ?)
        order by s.next_look_at limit ?""",
        (row, index) -> sending(row),
        receiver,
        now,
        now,
        limit);
  }

  /** Its receiver has not spoken yet, or could not be asked. */
  void later(Sending sending, Duration patience) {
    set(sending, "looks = looks + 1, next_look_at = ?", time(clock.instant().plus(patience)));
  }

  void said(Sending sending, String event) {
    set(sending, "event = ?", event);
  }

  /** Its receiver has said all that counts. */
  void ended(Sending sending) {
    set(sending, "next_look_at = ?", (Object) null);
  }

  private void set(Sending sending, String assignments, Object... values) {
    var arguments = new Object[values.length + 2];
    System.arraycopy(values, 0, arguments, 0, values.length);
    arguments[values.length] = sending.transmission();
    arguments[values.length + 1] = sending.submission();
    jdbc.update(
        "update fit_sending set %s where transmission_id = ? and submission_id = ?"
            .formatted(assignments),
        arguments);
  }

  private static OffsetDateTime time(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  private static Sending sending(ResultSet row) throws SQLException {
    var tags = row.getString("tags");
    return new Sending(
        row.getObject("transmission_id", UUID.class),
        row.getObject("submission_id", UUID.class),
        row.getObject("case_id", UUID.class),
        row.getObject("submitting_at") != null,
        row.getObject("submitted_at") != null,
        tags == null ? null : AuthenticationTags.parse(tags),
        row.getInt("looks"),
        row.getString("event"));
  }
}
