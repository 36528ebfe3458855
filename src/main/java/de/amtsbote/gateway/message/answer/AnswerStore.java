package de.amtsbote.gateway.message.answer;

import de.amtsbote.gateway.message.MessageId;
import de.amtsbote.gateway.message.MessageState;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Looks whether a message is answered; one look goes along two primary keys. */
@Component
class AnswerStore {

  private final JdbcTemplate jdbc;

  AnswerStore(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * How a question stands.
   *
   * @param reply the first answer that lies ready
   */
  record Standing(MessageState state, Optional<MessageId> reply) {}

  Optional<Standing> of(MessageId question) {
    return jdbc
        .query(
            """
            select m.state, (select t.details ->> 'reply' from timeline t
              where t.message_id = m.id and t.event = 'REPLIED' order by t.sequence limit 1) reply
            from message m where m.id = ?""",
            (row, index) ->
                new Standing(
                    MessageState.valueOf(row.getString("state")),
                    Optional.ofNullable(row.getString("reply"))
                        .map(it -> new MessageId(UUID.fromString(it)))),
            question.value())
        .stream()
        .findFirst();
  }
}
