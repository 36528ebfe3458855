package de.amtsbote.gateway.message;

import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;

/** The table that recognises a message handed in again. */
final class PostgresIdempotency {

  private final JdbcTemplate jdbc;

  PostgresIdempotency(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Registers the key in the running transaction; a concurrent one with the same key is waited for.
   *
   * @return empty when the key is new, else the first receipt
   * @throws GatewayException {@link ErrorCode#IDEMPOTENCY_CONFLICT} when the content differs
   */
  Optional<Receipt> register(Intake intake, NewMessage message, Instant now) {
    var fingerprint = fingerprint(intake, message);
    var inserted =
        jdbc.update(
            """
            insert into idempotency (tenant, entry_kind, entry_account, key, fingerprint,
              message_id, payload_sha256, received_at) values (?, ?, ?, ?, ?, ?, ?, ?)
            on conflict do nothing\
            """,
            message.tenant(),
            message.entry().kind().name(),
            message.entry().account(),
            message.idempotencyKey(),
            fingerprint,
            intake.id().value(),
            HexFormat.of().parseHex(intake.payload().sha256()),
            PostgresTimes.time(now));
    return inserted == 1 ? Optional.empty() : Optional.of(first(intake, message, fingerprint, now));
  }

  /** The key under which the message came first. */
  Optional<String> keyOf(MessageId id) {
    return jdbc
        .queryForList(
            "select key from idempotency where message_id = ? order by received_at",
            String.class,
            id.value())
        .stream()
        .findFirst();
  }

  /** Lets a key that is new belong to a message that is not, as a repeat under a new key. */
  void assign(NewMessage message, MessageId first) {
    jdbc.update(
        """
        update idempotency set message_id = ?
        where tenant = ? and entry_kind = ? and entry_account = ? and key = ?\
        """,
        first.value(),
        message.tenant(),
        message.entry().kind().name(),
        message.entry().account(),
        message.idempotencyKey());
  }

  private Receipt first(Intake intake, NewMessage message, byte[] fingerprint, Instant now) {
    return jdbc.queryForObject(
        """
        select message_id, fingerprint, payload_sha256, received_at from idempotency
        where tenant = ? and entry_kind = ? and entry_account = ? and key = ?\
        """,
        (row, index) -> {
          var first = PostgresConflict.first(row);
          if (!Arrays.equals(row.getBytes("fingerprint"), fingerprint)) {
            throw PostgresConflict.refusal(
                ErrorCode.IDEMPOTENCY_CONFLICT, "the key", first, intake, now);
          }
          return first;
        },
        message.tenant(),
        message.entry().kind().name(),
        message.entry().account(),
        message.idempotencyKey());
  }

  private static byte[] fingerprint(Intake intake, NewMessage message) {
    var digest = Sha256.start();
    Digests.add(digest, message.traits().reader());
    Digests.add(digest, message.traits().service());
    for (var held : intake.parts()) {
      Digests.add(digest, held.part().role().name());
      Digests.add(digest, held.part().name());
      Digests.add(digest, held.part().sha256());
    }
    return digest.digest();
  }
}
