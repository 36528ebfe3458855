package de.amtsbote.gateway.delivery.mailbox;

import de.amtsbote.gateway.message.MessageId;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Looks whether messages have been answered. */
@Component
public class AnswerWatchStore {

  private final JdbcTemplate jdbc;

  AnswerWatchStore(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /** Those of the messages that have an answer in a box of answers, or ended without one. */
  public Set<MessageId> settled(Collection<MessageId> messages) {
    var ids = messages.stream().map(MessageId::value).toArray(UUID[]::new);
    return new HashSet<>(
        jdbc.query(
            """
            select m.id from message m where m.id = any (?) and (
              m.state in ('REJECTED', 'PARKED', 'CANCELLED', 'EXPIRED') or exists (
                select 1 from correlation c join mailbox_entry e on e.message_id = c.message_id
                where c.in_reply_to = m.id and e.mailbox like 'replies:%' and e.withdrawn_at is null))""",
            (row, index) -> new MessageId(row.getObject(1, UUID.class)), (Object) ids));
  }

  /** The first answer to a message that lies in this box. */
  public Optional<MailboxEntry> answerTo(String tenant, String mailbox, MessageId message) {
    return jdbc
        .query(
            """
            select e.* from correlation c join mailbox_entry e on e.message_id = c.message_id
            where c.in_reply_to = ? and e.tenant = ? and e.mailbox = ? and e.withdrawn_at is null
            order by e.number limit 1""",
            (row, index) -> MailboxStore.entry(row),
            message.value(),
            tenant,
            mailbox)
        .stream()
        .findFirst();
  }
}
