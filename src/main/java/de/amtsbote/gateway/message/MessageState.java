package de.amtsbote.gateway.message;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** Where a message is in its life. Only {@link MessageStore} changes it. */
public enum MessageState {
  /** Stored durably; the receipt is given. */
  RECEIVED,
  /** Checked against its standard and found in order. */
  VALIDATED,
  /** Handed to an intermediary; the reader's receipt is still to come. */
  SENT,
  /** The reader has it. */
  DELIVERED,
  /** Nothing is left to do. */
  COMPLETED,
  /** Its content is wrong: the sender must act. */
  REJECTED,
  /** An operator must act. */
  PARKED,
  /** Taken back. */
  CANCELLED,
  /** Not picked up in time. */
  EXPIRED;

  private static final Map<MessageState, Set<MessageState>> NEXT =
      new EnumMap<>(MessageState.class);

  static {
    NEXT.put(
        RECEIVED,
        EnumSet.of(VALIDATED, SENT, DELIVERED, COMPLETED, REJECTED, PARKED, CANCELLED, EXPIRED));
    NEXT.put(
        VALIDATED, EnumSet.of(SENT, DELIVERED, COMPLETED, REJECTED, PARKED, CANCELLED, EXPIRED));
    NEXT.put(SENT, EnumSet.of(DELIVERED, COMPLETED, REJECTED, PARKED, EXPIRED));
    // a procedure that looks into what it has taken over may still refuse it
    NEXT.put(DELIVERED, EnumSet.of(COMPLETED, REJECTED, PARKED));
    NEXT.put(PARKED, EnumSet.of(RECEIVED, REJECTED, CANCELLED, EXPIRED));
    for (var end : EnumSet.of(COMPLETED, REJECTED, CANCELLED, EXPIRED)) {
      NEXT.put(end, EnumSet.noneOf(MessageState.class));
    }
  }

  /** True when no move leads on from here. */
  public boolean isFinal() {
    return NEXT.get(this).isEmpty();
  }

  /** True when the gateway itself has nothing to do any more: final, or waiting for an operator. */
  public boolean isAtRest() {
    return isFinal() || this == PARKED;
  }

  /** True when a message may go from here to that state. */
  public boolean canMoveTo(MessageState next) {
    return NEXT.get(this).contains(next);
  }

  /** True when a message here has been at that state of the main line, or is beyond it. */
  public boolean hasReached(MessageState milestone) {
    return ordinal() <= COMPLETED.ordinal() && ordinal() >= milestone.ordinal();
  }
}
