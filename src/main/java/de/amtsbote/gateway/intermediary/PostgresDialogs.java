package de.amtsbote.gateway.intermediary;

import de.amtsbote.osci.mailbox.DialogState;
import de.amtsbote.osci.mailbox.MailboxStoreException;
import de.amtsbote.osci.mailbox.PurgeLimits;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;

/** Explicit dialogs between two orders. */
final class PostgresDialogs {

  private static final String SAME_STEP =
      """
      conversation_id = ? and sequence_number = ? and challenge = ?
      and fetched is not distinct from ?""";

  private final JdbcTemplate jdbc;

  PostgresDialogs(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  int insert(DialogState dialog) {
    try {
      return jdbc.update(
          """
          insert into osci_dialog (conversation_id, client_cipher, client_signer, encrypted,
            sequence_number, challenge, fetched, last_used_at) values (?, ?, ?, ?, ?, ?, ?, ?)""",
          dialog.conversationId(),
          dialog.clientCipher(),
          dialog.clientSigner().orElse(null),
          dialog.encrypted(),
          dialog.sequenceNumber(),
          dialog.challenge(),
          dialog.fetched().orElse(null),
          PostgresInstant.of(dialog.lastUsedAt()));
    } catch (DuplicateKeyException e) {
      throw new MailboxStoreException("conversation id is taken", e);
    }
  }

  Optional<DialogState> find(String conversationId) {
    return jdbc
        .query(
            "select * from osci_dialog where conversation_id = ?",
            (row, i) -> dialog(row),
            conversationId)
        .stream()
        .findFirst();
  }

  /** Takes one step; of two requests at the same time only one succeeds. */
  boolean replace(DialogState from, Optional<DialogState> to) {
    if (to.isEmpty()) {
      return jdbc.update("delete from osci_dialog where " + SAME_STEP, step(from)) == 1;
    }
    var next = to.get();
    var step = step(from);
    return jdbc.update(
            """
            update osci_dialog set client_cipher = ?, client_signer = ?, encrypted = ?,
              sequence_number = ?, challenge = ?, fetched = ?, last_used_at = ? where\s"""
                + SAME_STEP,
            next.clientCipher(),
            next.clientSigner().orElse(null),
            next.encrypted(),
            next.sequenceNumber(),
            next.challenge(),
            next.fetched().orElse(null),
            PostgresInstant.of(next.lastUsedAt()),
            step[0],
            step[1],
            step[2],
            step[3])
        == 1;
  }

  int delete(String conversationId) {
    return jdbc.update("delete from osci_dialog where conversation_id = ?", conversationId);
  }

  int purge(PurgeLimits limits) {
    return jdbc.update(
        "delete from osci_dialog where last_used_at < ?",
        PostgresInstant.of(limits.dialogsBefore()));
  }

  private static Object[] step(DialogState from) {
    return new Object[] {
      from.conversationId(), from.sequenceNumber(), from.challenge(), from.fetched().orElse(null)
    };
  }

  private static DialogState dialog(ResultSet row) throws SQLException {
    return new DialogState(
        row.getString("conversation_id"),
        row.getBytes("client_cipher"),
        Optional.ofNullable(row.getString("client_signer")),
        row.getBoolean("encrypted"),
        row.getLong("sequence_number"),
        row.getString("challenge"),
        Optional.ofNullable(row.getString("fetched")),
        PostgresInstant.read(row, "last_used_at"));
  }
}
