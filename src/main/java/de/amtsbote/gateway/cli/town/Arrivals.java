package de.amtsbote.gateway.cli.town;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;

/** What the Fachverfahren got, in the order in which it came. */
public final class Arrivals {

  private final List<Arrival> arrivals = new CopyOnWriteArrayList<>();

  /** Notes a hand-over. */
  public void add(String procedure, String deliveryId, List<String> fingerprints) {
    arrivals.add(new Arrival(procedure, deliveryId, new TreeSet<>(fingerprints)));
  }

  /** The hand-overs that brought the part with this SHA-256; a repeated delivery id counts once. */
  public List<Arrival> of(String fingerprint) {
    return arrivals.stream()
        .filter(arrival -> arrival.fingerprints().contains(fingerprint))
        .distinct()
        .toList();
  }

  /** All of them, in their order. */
  public List<Arrival> all() {
    return List.copyOf(arrivals);
  }

  /** One hand-over to one Fachverfahren. */
  public record Arrival(String procedure, String deliveryId, Set<String> fingerprints) {}
}
