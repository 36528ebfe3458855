package de.amtsbote.gateway.delivery.xta;

import de.amtsbote.gateway.message.MessageId;
import java.util.Locale;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * The ids of answers that came at once, under which the mailbox of the server has them, too; takes
 * part in the running transaction.
 */
@Component
class XtaAnswerStore {

  private final JdbcTemplate jdbc;

  XtaAnswerStore(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /** Whether a message of this id came from the server before, whichever way. */
  boolean has(String tenant, String server, String id) {
    return jdbc.queryForObject(
        """
        select exists (select 1 from xta_message where tenant = ? and account = ? and key = ?)""",
        Boolean.class,
        tenant,
        XtaServers.account(server),
        key(id));
  }

  /**
   * Keeps the id of an answer, so that the mailbox does not bring it a second time.
   *
   * @throws org.springframework.dao.DuplicateKeyException when it did in the meantime
   */
  void add(String tenant, String server, String id, MessageId answer) {
    jdbc.update(
        """
        insert into xta_message (message_id, tenant, account, xta_id, key, encrypted, repeat)
        values (?, ?, ?, ?, ?, false, true)""",
        answer.value(),
        tenant,
        XtaServers.account(server),
        id,
        key(id));
  }

  private static String key(String id) {
    return id.toLowerCase(Locale.ROOT);
  }
}
