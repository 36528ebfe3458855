package de.amtsbote.gateway.message.gate;

import de.amtsbote.gateway.message.NodeName;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;

/** The places at destinations that take a limited number of hand-overs at a time, for all nodes. */
final class SlotStore {

  /** Others may take the place that was chosen, in the very moment. */
  private static final int MOST_TRIES = 5;

  private final JdbcTemplate jdbc;
  private final GateProperties settings;
  private final NodeName node;
  private final Clock clock;

  SlotStore(JdbcTemplate jdbc, GateProperties settings, NodeName node, Clock clock) {
    this.jdbc = jdbc;
    this.settings = settings;
    this.node = node;
    this.clock = clock;
  }

  /** Takes one of so many places; empty when there is none. */
  Optional<Slot> take(String destination, int most) {
    for (var tries = 0; tries < MOST_TRIES; tries++) {
      var slot = new Slot(destination, UUID.randomUUID());
      if (taken(slot, most)) {
        return Optional.of(slot);
      }
      if (inUse(destination) >= most) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  private boolean taken(Slot slot, int most) {
    var now = clock.instant();
    return jdbc.update(
            """
            insert into gate_slot (destination, number, holder, node, until)
            select ?, number, ?, ?, ?::timestamptz from generate_series(1, ?) as number
            where not exists (select 1 from gate_slot as s
              where s.destination = ? and s.number = number.number and s.until > ?)
            order by random() limit 1
            on conflict (destination, number) do update
            set holder = excluded.holder, node = excluded.node, until = excluded.until
            where gate_slot.until <= ?\
            """,
            slot.destination(),
            slot.holder(),
            node.value(),
            Timestamp.from(now.plus(settings.probeTimeout())),
            most,
            slot.destination(),
            Timestamp.from(now),
            Timestamp.from(now))
        == 1;
  }

  int inUse(String destination) {
    return jdbc.queryForObject(
        "select count(*) from gate_slot where destination = ? and until > ?",
        Integer.class,
        destination,
        Timestamp.from(clock.instant()));
  }

  /** Shows that whoever holds it lives; nothing when another has taken it over. */
  void renew(Slot slot) {
    jdbc.update(
        "update gate_slot set until = ? where destination = ? and holder = ?",
        Timestamp.from(clock.instant().plus(settings.probeTimeout())),
        slot.destination(),
        slot.holder());
  }

  void release(Slot slot) {
    jdbc.update(
        "delete from gate_slot where destination = ? and holder = ?",
        slot.destination(),
        slot.holder());
  }
}
