package de.amtsbote.gateway.message;

/** What can stand in a timeline: each state that was reached, and notes between two states. */
public enum TimelineEvent {
  RECEIVED,
  VALIDATED,
  SENT,
  DELIVERED,
  COMPLETED,
  REJECTED,
  PARKED,
  CANCELLED,
  EXPIRED,
  /** An operator gave a parked message back to its route. */
  REPEATED,
  /** An operator chose another receiver, and gave the message back to its route. */
  REDIRECTED,
  /** The same message was handed in again and answered with the first receipt. */
  DUPLICATE,
  /** The payload is encrypted for somebody else: passed on, not checked. */
  NOT_CHECKED,
  /** A deviation of the partner was tolerated. */
  TOLERATED,
  /** The payload was written the way the partner wants it. */
  ADAPTED,
  /** Its author was answered with a message of its own. */
  ANSWERED,
  /** An answer was wanted, but its standard has none or forbids it. */
  NOT_ANSWERED,
  /** It came in algorithms that are read from single partners only. */
  OLD_ALGORITHMS,
  /** Whose certificate signed it, or was shown by its caller. */
  SIGNED_BY,
  /** Its way was told by an old entry, since the directory could not be asked. */
  STALE_ENTRY,
  /** A route took the message. */
  ROUTED,
  /** An id was reserved for a transmission, before sending. */
  RESERVED,
  /** One of several receivers has it. */
  HANDED_OVER,
  /** An attempt failed; it is tried again. */
  ATTEMPT_FAILED,
  /** The node that made an attempt died; another one goes on. */
  ABANDONED,
  /** The destination is down or something is paused; the message waits without an attempt. */
  WAITING,
  /** A process card or receipt came back. */
  RECEIPT,
  /** The reader said what became of it. */
  ACKNOWLEDGED,
  /** An answer to it lies ready for whoever handed it in. */
  REPLIED,
  /** The reader has not picked it up within its time. */
  PICKUP_OVERDUE,
  /** Nobody may erase it until it is released. */
  HELD,
  /** It may be erased again. */
  RELEASED,
  /** Retention erased its content. */
  ERASED;

  static TimelineEvent reached(MessageState state) {
    return valueOf(state.name());
  }
}
