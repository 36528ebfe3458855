package de.amtsbote.gateway.message.work;

import java.time.Duration;

/** How a run of a message's work ended, when it did not fail. */
public sealed interface WorkOutcome {

  /** Nothing is left to do now. */
  WorkOutcome DONE = new Done();

  /** Nothing is left to do now. */
  record Done() implements WorkOutcome {}

  /** Come back later, without using up an attempt. */
  record Wait(Duration duration) implements WorkOutcome {}
}
