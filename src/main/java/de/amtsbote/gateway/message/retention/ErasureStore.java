package de.amtsbote.gateway.message.retention;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The report of what retention removed. */
@Component
public class ErasureStore {

  private final JdbcTemplate jdbc;

  ErasureStore(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /** Adds to what a run has removed of a group. */
  public void add(Erasure erasure) {
    jdbc.update(
        """
        insert into erasure (run, number, at, kind, tenant, standard, service, before, messages,
          parts, bytes) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        on conflict (run, number) do update set at = excluded.at,
          messages = erasure.messages + excluded.messages,
          parts = erasure.parts + excluded.parts, bytes = erasure.bytes + excluded.bytes""",
        erasure.run(),
        erasure.number(),
        Timestamp.from(erasure.at()),
        erasure.kind().name(),
        erasure.tenant(),
        erasure.standard(),
        erasure.service(),
        Timestamp.from(erasure.before()),
        erasure.messages(),
        erasure.parts(),
        erasure.bytes());
  }

  /** What was removed of a tenant in a span of time, latest first, at most the limit. */
  public List<Erasure> list(String tenant, Instant from, Instant until, int limit) {
    return jdbc.query(
        """
        select run, number, at, kind, tenant, standard, service, before, messages, parts, bytes
        from erasure where tenant = ? and at >= ? and at < ? order by at desc, run, number limit ?""",
        (row, index) ->
            new Erasure(
                row.getObject(1, UUID.class),
                row.getInt(2),
                row.getTimestamp(3).toInstant(),
                Erasure.Kind.valueOf(row.getString(4)),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getTimestamp(8).toInstant(),
                row.getLong(9),
                row.getLong(10),
                row.getLong(11)),
        tenant,
        Timestamp.from(from),
        Timestamp.from(until),
        limit);
  }
}
