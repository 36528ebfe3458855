package de.amtsbote.gateway.delivery.xta;

import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.GatewayException;
import de.amtsbote.gateway.xta.XtaException;
import java.io.IOException;

/** What the refusal of a server means for the message that was to be sent there. */
final class RetryTable {

  private RetryTable() {}

  /** Who must act so that a message gets through after all. */
  enum Meaning {
    /** Nobody: it is tried again, under the same id. */
    TRY_AGAIN,
    /** The author: the content is wrong. */
    CONTENT_WRONG,
    /** An operator: account, order or configuration is wrong. */
    NEVER,
    /** Nobody after an unclear attempt, which got through then; else an operator. */
    ID_USED
  }

  static Meaning of(XtaException refusal) {
    return switch (refusal.error()) {
      case UNSPECIFIED -> refusal.blamesCaller() ? Meaning.NEVER : Meaning.TRY_AGAIN;
      case INTERNAL, DIRECTORY_FAILED, DELIVERY_FAILED -> Meaning.TRY_AGAIN;
      case CONTENT_INVALID, ENCODING_WRONG, PROFILE_VIOLATED, VIRUS_FOUND, TOO_LARGE ->
          Meaning.CONTENT_WRONG;
      case MESSAGE_ID_USED -> Meaning.ID_USED;
      default -> Meaning.NEVER;
    };
  }

  /** The gateway's error for a refusal. */
  static GatewayException error(String server, XtaException refusal) {
    var code =
        switch (of(refusal)) {
          case TRY_AGAIN -> ErrorCode.DELIVERY_UNAVAILABLE;
          case CONTENT_WRONG -> ErrorCode.XTA_CONTENT_REFUSED;
          case NEVER, ID_USED -> ErrorCode.DELIVERY_REFUSED;
        };
    return new GatewayException(
        code, "XTA server %s: %s".formatted(server, refusal.getMessage()), refusal);
  }

  /** The gateway's error for a call of which nobody knows what became. */
  static GatewayException error(String server, IOException failure) {
    for (Throwable it = failure; it != null; it = it.getCause()) {
      if (it instanceof GatewayException known) {
        return known;
      }
    }
    return new GatewayException(
        ErrorCode.DELIVERY_UNAVAILABLE, "XTA server %s does not answer".formatted(server), failure);
  }
}
