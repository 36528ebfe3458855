package de.amtsbote.gateway.message;

import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
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
    var fingerprint = fingerprint(intake, identity);
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
        : Optional.of(first(intake, message, identity, fingerprint, now));
  }

  private Receipt first(
      Intake intake, NewMessage message, XoevIdentity identity, byte[] fingerprint, Instant now) {
    return jdbc.queryForObject(
        """
        select message_id, fingerprint, payload_sha256, received_at from xoev_identity
        where tenant = ? and entry_kind = ? and entry_account = ? and author = ?
          and xoev_uuid = ?\
        """,
        (row, index) -> {
          var first = PostgresConflict.first(row);
          if (!Arrays.equals(row.getBytes("fingerprint"), fingerprint)) {
            throw PostgresConflict.refusal(
                ErrorCode.XOEV_UUID_CONFLICT, "the UUID in the header", first, intake, now);
          }
          return first;
        },
        message.tenant(),
        message.entry().kind().name(),
        message.entry().account(),
        identity.author(),
        identity.uuid());
  }

  /** Over the bytes alone: neither what the parts are called nor the order that brought them. */
  private static byte[] fingerprint(Intake intake, XoevIdentity identity) {
    var digest = Sha256.start();
    for (var held : intake.parts()) {
      var role = held.part().role();
      if (role != PartRole.HEADER) {
        var packed = role == PartRole.PAYLOAD && identity.content() != null;
        Digests.add(digest, role.name());
        Digests.add(digest, packed ? identity.content() : held.part().sha256());
      }
    }
    return digest.digest();
  }
}
