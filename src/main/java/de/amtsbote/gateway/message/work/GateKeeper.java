package de.amtsbote.gateway.message.work;

/**
 * Wakes the messages behind gates that have opened, a limited number in each round, so that a
 * destination that is back is not flooded; and one behind a circuit that wants to be tried.
 */
final class GateKeeper {

  private final WaitingStore waiting;
  private final int most;
  private final Runnable wakeUp;

  GateKeeper(WaitingStore waiting, int most, Runnable wakeUp) {
    this.waiting = waiting;
    this.most = most;
    this.wakeUp = wakeUp;
  }

  /** One round. */
  void round() {
    var woken = 0;
    for (var gate : waiting.gates()) {
      if (!waiting.isShut(gate)) {
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
