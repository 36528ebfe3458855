package de.amtsbote.osci.intermediary;

import de.amtsbote.osci.model.FeedbackCode;
import de.amtsbote.osci.wire.IncomingMessage;
import java.util.List;

/** What came of pushing a delivery. */
sealed interface PushResult {

  /** The recipient took it; the caller closes the answer. */
  record Taken(IncomingMessage answer, List<FeedbackCode> warnings) implements PushResult {

    public Taken {
      warnings = List.copyOf(warnings);
    }
  }

  /**
   * It did not work.
   *
   * @param neverArrived whether the recipient cannot have seen it
   * @param worthRetry whether the same delivery may be taken later
   */
  record Failed(FeedbackCode code, boolean neverArrived, boolean worthRetry)
      implements PushResult {}
}
