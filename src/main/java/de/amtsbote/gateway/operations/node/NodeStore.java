package de.amtsbote.gateway.operations.node;

import de.amtsbote.gateway.message.lifeline.PostgresLifeline;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The nodes in the database. */
@Component
public class NodeStore {

  /** A node that has not shown itself for so long is forgotten. */
  private static final Duration FORGOTTEN = Duration.ofDays(1);

  private final JdbcTemplate jdbc;
  private final Clock clock;

  NodeStore(PostgresLifeline lifeline, Clock clock) {
    this.jdbc = lifeline.jdbc();
    this.clock = clock;
  }

  /** All nodes that were seen lately, by name. */
  public List<Node> all() {
    return jdbc.query(
        "select * from node where seen_at > ? order by name",
        (row, index) ->
            new Node(
                row.getString("name"),
                row.getTimestamp("started_at").toInstant(),
                row.getTimestamp("seen_at").toInstant(),
                row.getInt("running"),
                row.getBoolean("draining"),
                row.getBoolean("draining") && row.getInt("running") == 0,
                row.getString("reason"),
                row.getString("actor")),
        Timestamp.from(clock.instant().minus(FORGOTTEN)));
  }

  /** Orders a node to take nothing new, or to go on; false when there is no such node. */
  public boolean order(String name, boolean draining, String reason, String actor) {
    return jdbc.update(
            """
            update node set draining = ?, reason = ?, actor = ?, changed_at = ?
            where name = ? and seen_at > ?\
            """,
            draining,
            draining ? reason : null,
            draining ? actor : null,
            Timestamp.from(clock.instant()),
            name,
            Timestamp.from(clock.instant().minus(FORGOTTEN)))
        == 1;
  }

  /** Shows that a node lives; tells whether it is to take nothing new. */
  boolean show(String name, int running) {
    var now = Timestamp.from(clock.instant());
    return Optional.ofNullable(
            jdbc.queryForObject(
                """
                insert into node (name, started_at, seen_at, running) values (?, ?, ?, ?)
                on conflict (name) do update set seen_at = excluded.seen_at,
                  running = excluded.running
                returning draining\
                """,
                Boolean.class,
                name,
                now,
                now,
                running))
        .orElse(false);
  }

  /** Removes what nodes left behind that died long ago. */
  void forgetTheDead() {
    jdbc.update(
        "delete from node where seen_at < ?", Timestamp.from(clock.instant().minus(FORGOTTEN)));
  }

  void leave(String name) {
    jdbc.update("delete from node where name = ?", name);
  }
}
