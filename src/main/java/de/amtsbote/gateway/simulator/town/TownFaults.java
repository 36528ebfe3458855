package de.amtsbote.gateway.simulator.town;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;

/** What goes wrong now; one fault for each system at a time. */
public final class TownFaults {

  private final Map<String, Fault> bySystem = new ConcurrentSkipListMap<>();

  /** Lets this go wrong from now on, instead of what the same system did wrong before. */
  public void begin(Fault fault) {
    bySystem.put(fault.system(), fault);
  }

  /** Nothing goes wrong any more. */
  public void end() {
    bySystem.clear();
  }

  /** What a system does wrong now. */
  public Optional<Fault> of(String system) {
    return Optional.ofNullable(bySystem.get(system));
  }

  /** All that goes wrong now. */
  public List<Fault> now() {
    return List.copyOf(bySystem.values());
  }
}
