package de.amtsbote.gateway.message.work;

import de.amtsbote.gateway.message.gate.Slots;

/**
 * Wakes the messages behind gates that have opened, a limited number in each round, so that a
 * destination that is back is not flooded; and one behind a circuit that wants to be tried.
 */
final class GateKeeper {

  private final WaitingStore waiting;
  private final Slots slots;
  private final int most;
  private final Runnable wakeUp;

  GateKeeper(WaitingStore waiting, Slots slots, int most, Runnable wakeUp) {
    this.waiting = waiting;
    this.slots = slots;
    this.most = most;
    this.wakeUp = wakeUp;
  }

  /** There is a place where others may wait for one. */
  void freed(String gate) {
    if (waiting.wake(gate, 1) > 0) {
      wakeUp.run();
    }
  }

  /** One round. */
  void round() {
    var woken = 0;
    for (var gate : waiting.gates()) {
      var free = slots.free(gate);
      if (free.isPresent()) {
        woken += free.get() == 0 ? 0 : waiting.wake(gate, Math.min(most, free.get()));
      } else if (!waiting.isShut(gate)) {
        woken += waiting.wake(gate, most);
      } else if (waiting.wantsProbe(gate)) {
        woken += waiting.wakeAny(gate);
      }
    }
    if (woken > 0) {
      wakeUp.run();
    }
  }
}
