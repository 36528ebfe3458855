package de.amtsbote.gateway.delivery.webhook;

import de.amtsbote.gateway.message.ErrorCode;
import java.time.Duration;

/**
 * How a request ended.
 *
 * @param code null when the portal has the event
 * @param retryAfter how long the portal asks to be left alone; zero without
 */
record PushResult(ErrorCode code, Duration retryAfter) {

  static final PushResult TAKEN = new PushResult(null, Duration.ZERO);

  boolean isTaken() {
    return code == null;
  }

  /** The portal itself is the trouble, not this event. */
  boolean isUnavailable() {
    return code == ErrorCode.WEBHOOK_UNAVAILABLE;
  }
}
