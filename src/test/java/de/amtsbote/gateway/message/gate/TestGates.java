package de.amtsbote.gateway.message.gate;

import de.amtsbote.gateway.message.NodeName;
import java.time.Clock;
import java.time.Duration;
import java.util.Random;
import org.springframework.jdbc.core.JdbcTemplate;

/** Gates with the usual settings, for tests of who uses them. */
public final class TestGates {

  private static final GateProperties SETTINGS =
      new GateProperties(
          5,
          Duration.ofSeconds(10),
          Duration.ofMinutes(5),
          Duration.ofMinutes(10),
          100,
          Duration.ofSeconds(1));

  private TestGates() {}

  /** Gates on this database. */
  public static Gates on(JdbcTemplate jdbc, Clock clock) {
    return on(jdbc, clock, slots(jdbc, clock));
  }

  /** Gates on this database, with these places. */
  public static Gates on(JdbcTemplate jdbc, Clock clock, Slots slots) {
    var circuits = new CircuitStore(jdbc, SETTINGS, new NodeName("test"), clock, new Random(1));
    return new Gates(circuits, new Probes(circuits), slots, new PauseStore(jdbc, clock), clock);
  }

  /** Places on this database. */
  public static Slots slots(JdbcTemplate jdbc, Clock clock) {
    return new Slots(new SlotStore(jdbc, SETTINGS, new NodeName("test"), clock));
  }
}
