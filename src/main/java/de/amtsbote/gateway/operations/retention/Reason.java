package de.amtsbote.gateway.operations.retention;

import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.GatewayException;

/** Why a person decides; it stands in the timeline. */
final class Reason {

  private static final int LONGEST = 200;

  private Reason() {}

  static String checked(String reason) {
    if (reason == null
        || reason.isBlank()
        || reason.length() > LONGEST
        || reason.chars().anyMatch(Character::isISOControl)) {
      throw new GatewayException(
          ErrorCode.PARAMETER_INVALID, "reason must be given, in at most " + LONGEST + " letters");
    }
    return reason;
  }
}
