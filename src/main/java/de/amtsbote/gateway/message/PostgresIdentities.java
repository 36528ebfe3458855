package de.amtsbote.gateway.message;

import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;

/** The table that recognises a message by what it says of itself. */
final class PostgresIdentities {

  private final JdbcTemplate jdbc;

  PostgresIdentities(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Registers author and UUID in the running transaction; a concurrent one with the same is waited
   * for.
   *
   * @return empty when they are new, else the first receipt
   * @throws GatewayException {@link ErrorCode#XOEV_UUID_CONFLICT} when the content differs
   */
  Optional<Receipt> register(
      Intake intake, NewMessage message, XoevIdentity identity, Instant now) {
    var fingerprint = fingerprint(intake);
    var inserted =
        jdbc.update(
            """
            insert into xoev_identity (tenant, entry_kind, entry_account, author, xoev_uuid,
              fingerprint, message_id, payload_sha256, received_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing\
            """,
            message.tenant(),
            message.entry().kind().name(),
            message.entry().account(),
            identity.author(),
            identity.uuid(),
            fingerprint,
            intake.id().value(),
            HexFormat.of().parseHex(intake.payload().sha256()),
            PostgresTimes.time(now));
    return inserted == 1
        ? Optional.empty()
        : Optional.of(first(intake, message, identity, fingerprint));
  }

  private Receipt first(
      Intake intake, NewMessage message, XoevIdentity identity, byte[] fingerprint) {
    return jdbc.queryForObject(
        """
        select message_id, fingerprint, payload_sha256, received_at from xoev_identity
        where tenant = ? and entry_kind = ? and entry_account = ? and author = ?
          and xoev_uuid = ?\
        """,
        (row, index) -> {
          var id = new MessageId(row.getObject("message_id", UUID.class));
          if (!Arrays.equals(row.getBytes("fingerprint"), fingerprint)) {
            throw new GatewayException(
                ErrorCode.XOEV_UUID_CONFLICT,
                PostgresConflict.of("the UUID in the header", id, row, intake));
          }
          return new Receipt(
              id,
              MessageState.RECEIVED,
              PostgresTimes.instant(row, "received_at"),
              HexFormat.of().formatHex(row.getBytes("payload_sha256")),
              true);
        },
        message.tenant(),
        message.entry().kind().name(),
        message.entry().account(),
        identity.author(),
        identity.uuid());
  }

  /** Over the bytes alone; what the parts are called is the sender's business. */
  private static byte[] fingerprint(Intake intake) {
    var digest = Digests.sha256();
    for (var held : intake.parts()) {
      Digests.add(digest, held.part().role().name());
      Digests.add(digest, held.part().sha256());
    }
    return digest.digest();
  }
}
