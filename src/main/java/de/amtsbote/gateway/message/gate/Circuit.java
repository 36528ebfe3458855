package de.amtsbote.gateway.message.gate;

import java.time.Instant;

/**
 * What all nodes know of a destination.
 *
 * @param destination such as {@code delivery:bauamt} or {@code osci:knoten}
 * @param failures transient failures one after the other
 * @param openedAt since when it is open; null while it is closed
 * @param probeAt when the next message may try it; null while it is closed
 * @param probeBy the node that is trying it now; null when none is
 * @param lastCode code of the last failure
 */
public record Circuit(
    String destination,
    State state,
    int failures,
    Instant openedAt,
    Instant probeAt,
    String probeBy,
    String lastCode) {

  /** Whether messages go through. */
  public enum State {
    /** They do. */
    CLOSED,
    /** They wait, but for one at a time that tries whether the destination is back. */
    OPEN
  }

  /** True when messages wait. */
  public boolean isOpen() {
    return state == State.OPEN;
  }
}
