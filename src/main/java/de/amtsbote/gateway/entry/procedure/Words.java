package de.amtsbote.gateway.entry.procedure;

import de.amtsbote.gateway.delivery.mailbox.ProcessingStatus;
import de.amtsbote.gateway.entry.body.Readable;
import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.GatewayException;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What is said of a message, as it was written; each may be null.
 *
 * @param status accepted, processed or rejected
 * @param reason why it is rejected; its sender reads it, so it holds no personal data
 */
record Words(String status, String reason) {

  private static final int SHORTEST_REASON = 3;
  private static final int LONGEST_REASON = 500;

  /** The same with what stands elsewhere, where nothing may be said twice and differently. */
  Words and(Words other) {
    return new Words(one("status", status, other.status), one("reason", reason, other.reason));
  }

  ProcessingStatus checkedStatus() {
    return Arrays.stream(ProcessingStatus.values())
        .filter(it -> it.name().equalsIgnoreCase(status))
        .findFirst()
        .orElseThrow(
            () ->
                new GatewayException(
                    ErrorCode.PARAMETER_INVALID,
                    Arrays.stream(ProcessingStatus.values())
                        .map(it -> it.name().toLowerCase(Locale.ROOT))
                        .collect(Collectors.joining(", ", "status must be one of ", ""))));
  }

  String checkedReason() {
    var given = reason == null || reason.isBlank() ? null : reason.strip();
    var rejects = checkedStatus() == ProcessingStatus.REJECTED;
    if (given == null && !rejects) {
      return null;
    }
    if (given == null || !Readable.is(given, SHORTEST_REASON, LONGEST_REASON)) {
      throw new GatewayException(
          ErrorCode.REASON_MISSING, "a rejection has a reason of 3 to 500 characters");
    }
    return given;
  }

  private static String one(String what, String mine, String theirs) {
    if (mine != null && theirs != null && !mine.equals(theirs)) {
      throw new GatewayException(ErrorCode.PARAMETER_INVALID, what + " is given twice");
    }
    return mine == null ? theirs : mine;
  }
}
