package de.amtsbote.gateway.operations.control;

import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** What bulk operations would do, until they are confirmed. */
@Component
class PreviewStore {

  private static final Duration VALIDITY = Duration.ofMinutes(10);

  private final JdbcTemplate jdbc;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  PreviewStore(JdbcTemplate jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * A preview.
   *
   * @param request the bulk operation as JSON
   * @param selection digest of the ids that it matched
   */
  record Kept(String request, byte[] selection) {}

  /** Where a preview is kept, and how long. */
  record Token(String token, Instant expiresAt) {}

  Token keep(String tenant, String actor, String request, int count, byte[] selection) {
    var bytes = new byte[16];
    random.nextBytes(bytes);
    var token = HexFormat.of().formatHex(bytes);
    var now = clock.instant();
    var end = now.plus(VALIDITY);
    jdbc.update("delete from operation_preview where expires_at < ?", Timestamp.from(now));
    jdbc.update(
        """
        insert into operation_preview (token, tenant, actor, request, count, selection, created_at,
          expires_at) values (?, ?, ?, ?::jsonb, ?, ?, ?, ?)\
        """,
        token,
        tenant,
        actor,
        request,
        count,
        selection,
        Timestamp.from(now),
        Timestamp.from(end));
    return new Token(token, end);
  }

  /** Takes a preview of this person, once; empty when there is none or it is too old. */
  Optional<Kept> take(String token, String tenant, String actor) {
    return jdbc
        .query(
            """
            delete from operation_preview
            where token = ? and tenant = ? and actor = ? and expires_at > ?
            returning request, selection\
            """,
            (row, index) -> new Kept(row.getString(1), row.getBytes(2)),
            token,
            tenant,
            actor,
            Timestamp.from(clock.instant()))
        .stream()
        .findFirst();
  }
}
