package de.amtsbote.gateway.message.gate;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * How many hand-overs a destination gets at the same time, over all nodes. A place is kept while
 * this node lives and works on it; whoever finds none waits behind the gate of the destination that
 * is full, and is woken when a place is free.
 */
public final class Slots {

  private final SlotStore store;
  private final Map<String, Integer> limits = new ConcurrentHashMap<>();
  private final Set<Slot> underWay = ConcurrentHashMap.newKeySet();
  private volatile Consumer<String> freed = gate -> {};

  Slots(SlotStore store) {
    this.store = store;
  }

  /**
   * Limits a destination.
   *
   * @param destination see {@link Gate}
   * @param most at least 1
   */
  public void limit(String destination, int most) {
    limits.put(destination, most);
  }

  /**
   * Whom to tell of a place that is free.
   *
   * @param listener gets the gate behind which others may wait for it
   */
  public void onFreed(Consumer<String> listener) {
    freed = listener;
  }

  /**
   * How many may be woken that wait behind a gate.
   *
   * @return empty when it is not the gate of a destination that is full
   */
  public Optional<Integer> free(String gate) {
    return Gate.fullDestination(gate)
        .map(
            it -> {
              var most = limits.get(it);
              return most == null ? Integer.MAX_VALUE : Math.max(0, most - store.inUse(it));
            });
  }

  /**
   * Takes a place, where they are limited.
   *
   * @throws HeldBackException when there is none
   */
  Optional<Slot> take(String destination) {
    var most = limits.get(destination);
    if (most == null) {
      return Optional.empty();
    }
    var slot =
        store
            .take(destination, most)
            .orElseThrow(() -> new HeldBackException(Gate.full(destination)));
    underWay.add(slot);
    return Optional.of(slot);
  }

  /** Gives a place back; what cannot be written down lapses. */
  void release(Slot slot) {
    underWay.remove(slot);
    Probes.write(
        () -> {
          store.release(slot);
          freed.accept(Gate.full(slot.destination()));
        });
  }

  /** Shows that this node lives. */
  void renew() {
    underWay.forEach(slot -> Probes.write(() -> store.renew(slot)));
  }
}
