package de.amtsbote.gateway.message.pickup;

import de.amtsbote.gateway.message.EntryKind;
import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.GatewayException;
import de.amtsbote.gateway.message.LastDay;
import de.amtsbote.gateway.message.Message;
import de.amtsbote.gateway.message.MessageId;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Finds messages whose last day has passed, and which no receiver has or may have. */
@Component
public class ObsoleteStore {

  private static final String NOWHERE =
      """
      c.obsolete_after < ? and not exists (
        select 1 from transmission t
        where t.message_id = c.message_id and t.state in ('SENDING', 'SENT', 'DELIVERED'))""";

  private final JdbcTemplate jdbc;
  private final Clock clock;

  ObsoleteStore(JdbcTemplate jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * Refuses to work on a message that is of no use any more.
   *
   * @throws GatewayException {@link ErrorCode#OBSOLETE}
   */
  public void requireOfUse(Message message) {
    if (message.entry().kind() == EntryKind.XTA) {
      passed(message.id())
          .ifPresent(
              it -> {
                throw LastDay.passed(it);
              });
    }
  }

  /** The last day of a message, when it has passed and no receiver has the message. */
  public Optional<LocalDate> passed(MessageId message) {
    return jdbc
        .queryForList(
            "select c.obsolete_after from correlation c where c.message_id = ? and " + NOWHERE,
            LocalDate.class,
            message.value(),
            LastDay.today(clock))
        .stream()
        .findFirst();
  }

  /**
   * Messages that are still to be handed over or wait for an operator.
   *
   * @param after the last of the page before; null for the first page
   */
  public List<MessageId> waiting(MessageId after, int limit) {
    return jdbc.query(
        """
        select m.id from message m join correlation c on c.message_id = m.id
        where m.state in ('RECEIVED', 'VALIDATED', 'PARKED') and m.entry_kind = 'XTA' and %s
          and m.id > ? order by m.id limit ?"""
            .formatted(NOWHERE),
        (row, index) -> new MessageId(row.getObject(1, UUID.class)),
        LastDay.today(clock),
        after == null ? new UUID(0, 0) : after.value(),
        limit);
  }
}
