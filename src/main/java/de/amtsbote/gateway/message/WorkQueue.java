package de.amtsbote.gateway.message;

import java.time.Instant;

/** Where the work of messages waits; takes part in the running transaction. */
public interface WorkQueue {

  /** Schedules the work of a message, unless it is scheduled already, for this time or earlier. */
  void schedule(MessageId id, Instant due);

  /** Schedules the work of a message that the running transaction has made. */
  default void begin(MessageId id, Instant due) {
    schedule(id, due);
  }

  /** Takes the work of a message away; false when it is being worked on at this moment. */
  default boolean withdraw(MessageId id) {
    return true;
  }
}
