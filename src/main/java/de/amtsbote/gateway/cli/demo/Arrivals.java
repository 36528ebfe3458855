package de.amtsbote.gateway.cli.demo;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;

/** What the Fachverfahren got, in the order in which it came. */
final class Arrivals {

  private final List<Arrival> arrivals = new CopyOnWriteArrayList<>();

  void add(String procedure, String deliveryId, List<String> fingerprints) {
    arrivals.add(new Arrival(procedure, deliveryId, new TreeSet<>(fingerprints)));
  }

  /** The hand-overs that brought the part with this SHA-256; a repeated delivery id counts once. */
  List<Arrival> of(String fingerprint) {
    return arrivals.stream()
        .filter(arrival -> arrival.fingerprints().contains(fingerprint))
        .distinct()
        .toList();
  }

  /** One hand-over to one Fachverfahren. */
  record Arrival(String procedure, String deliveryId, Set<String> fingerprints) {}
}
