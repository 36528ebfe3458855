package de.amtsbote.gateway.intermediary;

import de.amtsbote.osci.mailbox.NewDelivery;
import de.amtsbote.osci.mailbox.PendingPush;
import java.net.URI;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** Deliveries that wait for another attempt to bring them to their recipients. */
final class PostgresPushes {

  private final JdbcTemplate jdbc;

  PostgresPushes(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  private record Claimed(PendingPush push, Instant dueAt) {}

  void insert(NewDelivery delivery) {
    delivery
        .push()
        .ifPresent(
            push ->
                jdbc.update(
                    "insert into osci_push (message_id, recipient, due_at) values (?, ?, ?)",
                    delivery.messageId(),
                    push.recipient().toString(),
                    PostgresInstant.of(push.retryAt())));
  }

  /** Takes what is due; what another node has just taken is passed over. */
  List<PendingPush> claim(Instant now, Instant notBefore, int most) {
    var claimed =
        jdbc.query(
            """
            update osci_push push set attempts = attempts + 1, due_at = ?
            from (select message_id, due_at from osci_push where due_at <= ?
                  order by due_at limit ? for update skip locked) due, osci_card card
            where push.message_id = due.message_id and card.message_id = due.message_id
            returning push.message_id, push.recipient, push.attempts, card.created_at,
              due.due_at as was_due_at""",
            (row, i) ->
                new Claimed(
                    new PendingPush(
                        row.getString("message_id"),
                        URI.create(row.getString("recipient")),
                        row.getInt("attempts"),
                        PostgresInstant.read(row, "created_at")),
                    PostgresInstant.read(row, "was_due_at")),
            PostgresInstant.of(notBefore),
            PostgresInstant.of(now),
            most);
    return claimed.stream()
        .sorted(Comparator.comparing(Claimed::dueAt))
        .map(Claimed::push)
        .toList();
  }

  int postpone(String messageId, Instant until) {
    return jdbc.update(
        "update osci_push set due_at = ? where message_id = ?",
        PostgresInstant.of(until),
        messageId);
  }

  int delete(String messageId) {
    return jdbc.update("delete from osci_push where message_id = ?", messageId);
  }
}
