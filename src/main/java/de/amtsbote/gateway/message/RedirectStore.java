package de.amtsbote.gateway.message;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;

/** The receivers that operators chose for single messages. */
public class RedirectStore {

  private final JdbcTemplate jdbc;
  private final Clock clock;

  RedirectStore(JdbcTemplate jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * Who gets a message instead.
   *
   * @param planned the receiver that the route names; null when it could not find one
   * @return empty when it stays as the route says
   */
  public Optional<String> find(MessageId message, TransmissionKind kind, String planned) {
    return jdbc
        .queryForList(
            """
            select destination from redirect where message_id = ? and kind = ?
              and replaced in ('', ?) order by replaced desc limit 1\
            """,
            String.class,
            message.value(),
            kind.name(),
            planned == null ? "" : planned)
        .stream()
        .findFirst();
  }

  /** Keeps a choice; whoever was to be given to the replaced receiver is given to the new one. */
  void keep(MessageId message, Redirect redirect, String actor) {
    jdbc.update(
        """
        update redirect set destination = ?
        where message_id = ? and kind = ? and (destination = ? or ? = '')\
        """,
        redirect.destination(),
        message.value(),
        redirect.kind().name(),
        redirect.replaced(),
        redirect.replaced());
    jdbc.update(
        """
        insert into redirect (message_id, kind, replaced, destination, actor, at)
        values (?, ?, ?, ?, ?, ?)
        on conflict (message_id, kind, replaced) do update set
          destination = excluded.destination, actor = excluded.actor, at = excluded.at\
        """,
        message.value(),
        redirect.kind().name(),
        redirect.replaced(),
        redirect.destination(),
        actor,
        Timestamp.from(clock.instant()));
  }
}
