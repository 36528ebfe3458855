package de.amtsbote.gateway.message.load;

import java.time.LocalDate;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Counts what limits ask for; a count ends at the limit, for more need not be known. */
@Component
public class LoadStore {

  private static final String OPEN = "state in ('RECEIVED', 'VALIDATED', 'SENT', 'PARKED')";

  private final JdbcTemplate jdbc;

  LoadStore(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /** Messages of all tenants that are not at their end, at most the limit. */
  public long open(long limit) {
    return jdbc.queryForObject(
        "select count(*) from (select 1 from message where " + OPEN + " limit ?) as waiting",
        Long.class,
        limit);
  }

  /** Messages of an account that are not at their end, at most the limit. */
  public long openOf(String tenant, String account, long limit) {
    return jdbc.queryForObject(
        "select count(*) from (select 1 from message where tenant = ? and entry_account = ? and "
            + OPEN
            + " limit ?) as waiting",
        Long.class,
        tenant,
        account,
        limit);
  }

  /** Bytes that the database takes on its disk. */
  public long databaseSize() {
    return jdbc.queryForObject("select pg_database_size(current_database())", Long.class);
  }

  /** Adds what a node has taken from an account since it told last. */
  public void add(String node, String tenant, String account, LocalDate day, Usage usage) {
    jdbc.update(
        """
        insert into account_usage (tenant, account, day, node, messages, bytes)
        values (?, ?, ?, ?, ?, ?)
        on conflict (tenant, account, day, node) do update
        set messages = account_usage.messages + excluded.messages,
          bytes = account_usage.bytes + excluded.bytes""",
        tenant,
        account,
        day,
        node,
        usage.messages(),
        usage.bytes());
  }

  /** What all nodes together have taken from an account on a day. */
  public Usage usage(String tenant, String account, LocalDate day) {
    return jdbc.queryForObject(
        """
        select coalesce(sum(messages), 0), coalesce(sum(bytes), 0) from account_usage
        where tenant = ? and account = ? and day = ?""",
        (row, index) -> new Usage(row.getLong(1), row.getLong(2)),
        tenant,
        account,
        day);
  }

  /** Forgets what was handed in before a day. */
  public void forgetUsageBefore(LocalDate day) {
    jdbc.update("delete from account_usage where day < ?", day);
  }
}
