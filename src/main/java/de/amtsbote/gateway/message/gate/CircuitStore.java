package de.amtsbote.gateway.message.gate;

import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.NodeName;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;

/** The circuits in the database. */
public final class CircuitStore {

  private static final Logger LOG = LoggerFactory.getLogger(CircuitStore.class);
  private static final int MOST_DOUBLINGS = 16;

  private final JdbcTemplate jdbc;
  private final GateProperties settings;
  private final NodeName node;
  private final Clock clock;
  private final RandomGenerator random;

  CircuitStore(
      JdbcTemplate jdbc,
      GateProperties settings,
      NodeName node,
      Clock clock,
      RandomGenerator random) {
    this.jdbc = jdbc;
    this.settings = settings;
    this.node = node;
    this.clock = clock;
    this.random = random;
  }

  /** All destinations that ever failed, by name. */
  public List<Circuit> all() {
    return jdbc.query("select * from circuit order by destination", (row, index) -> circuit(row));
  }

  /** The destinations that are down. */
  public List<Circuit> open() {
    return all().stream().filter(Circuit::isOpen).toList();
  }

  Optional<Circuit> find(String destination) {
    return jdbc
        .query(
            "select * from circuit where destination = ?",
            (row, index) -> circuit(row),
            destination)
        .stream()
        .findFirst();
  }

  /**
   * Makes the caller the one that tries an open destination, for as long as it shows that it lives.
   *
   * @return empty when it has to wait
   */
  Optional<Probe> takeProbe(String destination) {
    var now = clock.instant();
    var probe = new Probe(destination, UUID.randomUUID());
    var taken =
        jdbc.update(
            """
            update circuit set probe_until = ?, probe_by = ?, probe_id = ? where destination = ?
              and state = 'OPEN' and probe_at <= ? and (probe_until is null or probe_until <= ?)\
            """,
            Timestamp.from(now.plus(settings.probeTimeout())),
            node.value(),
            probe.id(),
            destination,
            Timestamp.from(now),
            Timestamp.from(now));
    return taken == 1 ? Optional.of(probe) : Optional.empty();
  }

  /** Shows that whoever makes a probe lives; nothing when another has taken it over. */
  void renew(Probe probe) {
    jdbc.update(
        "update circuit set probe_until = ? where destination = ? and probe_id = ?",
        Timestamp.from(clock.instant().plus(settings.probeTimeout())),
        probe.destination(),
        probe.id());
  }

  /** Gives a probe back that neither failed nor succeeded. */
  void releaseProbe(Probe probe) {
    jdbc.update(
        """
        update circuit set probe_until = null, probe_by = null, probe_id = null
        where destination = ? and probe_id = ?\
        """,
        probe.destination(),
        probe.id());
  }

  void close(String destination) {
    var wasOpen =
        jdbc.query(
            """
            with before as (select state from circuit where destination = ? for update)
            update circuit set state = 'CLOSED', failures = 0, opens = 0, opened_at = null,
              probe_at = null, probe_until = null, probe_by = null, probe_id = null, changed_at = ?
            from before where destination = ? returning before.state\
            """,
            (row, index) -> row.getString(1),
            destination,
            Timestamp.from(clock.instant()),
            destination);
    if (wasOpen.contains("OPEN")) {
      LOG.info("{} is back; waiting messages go on", destination);
    }
  }

  /** Counts a failure; the last of too many opens the circuit. */
  void failed(String destination, ErrorCode code) {
    var now = clock.instant();
    var first = settings.failures() <= 1 ? "OPEN" : "CLOSED";
    var opened =
        jdbc.queryForObject(
            """
            insert into circuit as c (destination, state, failures, opens, opened_at, probe_at,
              last_code, changed_at)
            values (?, ?, 1, 0, ?, ?, ?, ?)
            on conflict (destination) do update set failures = c.failures + 1,
              last_code = excluded.last_code, changed_at = excluded.changed_at,
              state = case when c.failures + 1 >= ? then 'OPEN' else c.state end,
              opened_at = case when c.state = 'OPEN' then c.opened_at else ?::timestamptz end,
              probe_at = case when c.state = 'OPEN' then c.probe_at else ?::timestamptz end
            returning state = 'OPEN' and failures = greatest(1, ?)\
            """,
            Boolean.class,
            destination,
            first,
            Timestamp.from(now),
            Timestamp.from(now.plus(pause(0))),
            code.code(),
            Timestamp.from(now),
            settings.failures(),
            Timestamp.from(now),
            Timestamp.from(now.plus(pause(0))),
            settings.failures());
    if (Boolean.TRUE.equals(opened)) {
      LOG.warn("{} is down ({}); its messages wait", destination, code.code());
    }
  }

  /** The destination is still down; the next probe comes later. */
  void probeFailed(Probe probe, ErrorCode code) {
    var now = clock.instant();
    var opens =
        jdbc
            .queryForList(
                """
                update circuit set failures = failures + 1, opens = opens + 1, last_code = ?,
                  changed_at = ? where destination = ? and probe_id = ? returning opens\
                """,
                Integer.class,
                code.code(),
                Timestamp.from(now),
                probe.destination(),
                probe.id())
            .stream()
            .findFirst();
    opens.ifPresent(
        count ->
            jdbc.update(
                """
                update circuit set probe_at = ?, probe_until = null, probe_by = null,
                  probe_id = null where destination = ? and probe_id = ?\
                """,
                Timestamp.from(now.plus(pause(count))),
                probe.destination(),
                probe.id()));
  }

  /** Exponential, with the upper half at random. */
  private Duration pause(int opens) {
    var full =
        Math.min(
            settings.longestPause().toMillis(),
            settings.firstPause().toMillis() << Math.min(opens, MOST_DOUBLINGS));
    var half = Math.max(1, full / 2);
    return Duration.ofMillis(half + random.nextLong(half + 1));
  }

  private static Circuit circuit(ResultSet row) throws SQLException {
    var open = row.getString("state").equals("OPEN");
    return new Circuit(
        row.getString("destination"),
        Circuit.State.valueOf(row.getString("state")),
        row.getInt("failures"),
        open ? instant(row, "opened_at") : null,
        open ? instant(row, "probe_at") : null,
        row.getString("probe_by"),
        row.getString("last_code"));
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    var time = row.getTimestamp(column);
    return time == null ? null : time.toInstant();
  }
}
