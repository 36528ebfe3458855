package de.amtsbote.gateway.cli.load;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What became of all messages.
 *
 * @param size bytes of one message
 * @param elapsed from the first request to the last end
 * @param sending from the first request to the last answer
 */
record LoadResult(
    LoadPlan plan,
    long size,
    List<Shipment> shipments,
    Duration elapsed,
    Duration sending,
    List<Usage> usages) {

  int accepted() {
    return count(Shipment::isAccepted);
  }

  /** Final refusals by code. */
  Map<String, Long> refused() {
    return by(it -> it.refusal() != null, Shipment::refusal);
  }

  /** Ends by state, with the reason where one was given. */
  Map<String, Long> ends() {
    return by(
        it -> it.isAccepted() && !it.isOpen(), it -> (it.state() + " " + it.reason()).strip());
  }

  /** Messages that had a receipt and no end when patience was used up. */
  int unfinished() {
    return count(it -> it.isOpen() && !it.isLost());
  }

  /** Messages that had a receipt and that the gateway does not know. */
  int lost() {
    return count(Shipment::isLost);
  }

  /** Messages that were sent and got neither receipt nor refusal. */
  int unanswered() {
    return shipments.size() - accepted() - count(it -> it.refusal() != null);
  }

  int repeats() {
    return shipments.stream().mapToInt(it -> Math.max(0, it.attempts() - 1)).sum();
  }

  Latencies untilReceipt() {
    return new Latencies(
        shipments.stream().filter(Shipment::isAccepted).map(Shipment::untilReceipt));
  }

  Latencies untilEnd() {
    return new Latencies(
        shipments.stream().filter(it -> it.isAccepted() && !it.isOpen()).map(Shipment::untilEnd));
  }

  double acceptedPerSecond() {
    return accepted() / seconds(sending);
  }

  double endedPerSecond() {
    return count(it -> it.isAccepted() && !it.isOpen()) / seconds(elapsed);
  }

  boolean isComplete() {
    return accepted() > 0 && lost() == 0 && unfinished() == 0 && unanswered() == 0;
  }

  private static double seconds(Duration duration) {
    return Math.max(1, duration.toMillis()) / 1000.0;
  }

  private int count(Predicate<Shipment> which) {
    return (int) shipments.stream().filter(which).count();
  }

  private Map<String, Long> by(Predicate<Shipment> which, Function<Shipment, String> key) {
    return shipments.stream()
        .filter(which)
        .collect(Collectors.groupingBy(key, TreeMap::new, Collectors.counting()));
  }
}
