package de.amtsbote.gateway.entry.fitconnect;

import de.amtsbote.gateway.entry.fitconnect.Submission.Verdict;
import de.amtsbote.gateway.fitconnect.AuthenticationTags;
import de.amtsbote.gateway.fitconnect.Problem;
import de.amtsbote.gateway.message.MessageId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * The submissions that were fetched, and what was said of each; part of the running transaction.
 */
public class FitConnectSubmissionStore {

  private static final TypeReference<List<Problem>> PROBLEMS = new TypeReference<>() {};

  private final JdbcTemplate jdbc;
  private final Clock clock;

  FitConnectSubmissionStore(JdbcTemplate jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** Whether it was fetched before. */
  boolean knows(String destination, UUID submission) {
    return jdbc.queryForObject(
        "select exists (select 1 from fit_submission where destination = ? and id = ?)",
        Boolean.class,
        destination,
        submission);
  }

  /** Notes a submission, unless it is known. */
  void add(String destination, Submission submission) {
    jdbc.update(
        """
        insert into fit_submission (destination, id, case_id, message_id, tags, schema, verdict,
          problems, fetched_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?)
        on conflict (destination, id) do nothing""",
        destination,
        submission.id(),
        submission.caseId(),
        submission.message() == null ? null : submission.message().value(),
        submission.tags() == null ? null : submission.tags().text(),
        submission.schema(),
        submission.verdict() == null ? null : submission.verdict().name(),
        JsonMapper.shared().writeValueAsString(submission.problems()),
        now());
  }

  /** Submissions of which the sender has not heard yet, oldest first. */
  List<Submission> open(String destination, int limit) {
    return jdbc.query(
        """
        select * from fit_submission where destination = ? and told_at is null
        order by fetched_at limit ?""",
        (row, index) -> submission(row),
        destination,
        limit);
  }

  /** Decides what is to be said, before it is. */
  void decide(String destination, UUID submission, Verdict verdict, List<Problem> problems) {
    jdbc.update(
        """
        update fit_submission set verdict = ?, problems = ?
        where destination = ? and id = ? and verdict is null""",
        verdict.name(),
        JsonMapper.shared().writeValueAsString(problems),
        destination,
        submission);
  }

  /** The sender can hear of it now. */
  void told(String destination, UUID submission) {
    jdbc.update(
        "update fit_submission set told_at = ? where destination = ? and id = ?",
        now(),
        destination,
        submission);
  }

  /**
   * Forgets submissions that their senders heard of before then, and of which nothing is left here:
   * the delivery service gives none of them any more.
   *
   * @return how many, at most the limit
   */
  int forget(Instant before, int limit) {
    return jdbc.update(
        """
        delete from fit_submission where (destination, id) in (
          select s.destination, s.id from fit_submission s where s.told_at < ?
            and not exists (select 1 from message m where m.id = s.message_id)
          order by s.told_at limit ?)""",
        before.atOffset(ZoneOffset.UTC),
        limit);
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }

  private static Submission submission(ResultSet row) throws SQLException {
    var message = row.getObject("message_id", UUID.class);
    var tags = row.getString("tags");
    var verdict = row.getString("verdict");
    return new Submission(
        row.getObject("id", UUID.class),
        row.getObject("case_id", UUID.class),
        message == null ? null : new MessageId(message),
        tags == null ? null : AuthenticationTags.parse(tags),
        row.getString("schema"),
        verdict == null ? null : Verdict.valueOf(verdict),
        JsonMapper.shared().readValue(row.getString("problems"), PROBLEMS));
  }
}
