package de.amtsbote.gateway.intermediary;

import de.amtsbote.osci.mailbox.PurgeLimits;
import java.time.Instant;
import org.springframework.jdbc.core.JdbcTemplate;

/** OSCI message ids that were given out and not used yet. */
final class PostgresMessageIds {

  private final JdbcTemplate jdbc;

  PostgresMessageIds(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  int insert(String id, Instant at) {
    return jdbc.update(
        "insert into osci_message_id (id, issued_at) values (?, ?)", id, PostgresInstant.of(at));
  }

  /** Uses an id up; of two at the same time only one succeeds. */
  boolean use(String id) {
    return jdbc.update("delete from osci_message_id where id = ?", id) == 1;
  }

  boolean isUnused(String id) {
    return !jdbc.queryForList("select 1 from osci_message_id where id = ?", id).isEmpty();
  }

  int purge(PurgeLimits limits) {
    return jdbc.update(
        "delete from osci_message_id where issued_at < ?", PostgresInstant.of(limits.idsBefore()));
  }
}
