package de.amtsbote.gateway.entry.mailbox;

import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.GatewayException;
import java.util.EnumSet;
import java.util.Set;

/**
 * What is wrong with a delivery itself, so that it stays wrong however often it comes. Everything
 * else may pass, or somebody here can put it right, and the delivery must not be lost for it.
 */
final class Unacceptable {

  private static final Set<ErrorCode> CODES =
      EnumSet.of(
          ErrorCode.OSCI_CONTENT_INVALID,
          ErrorCode.CERTIFICATE_REFUSED,
          ErrorCode.CONTENT_INFECTED,
          ErrorCode.AUTHOR_CATEGORY_WRONG,
          ErrorCode.IDEMPOTENCY_CONFLICT);

  private Unacceptable() {}

  /** True when only the sender of the delivery can do something about it. */
  static boolean is(GatewayException error) {
    return CODES.contains(error.code());
  }

  /**
   * True when it is kept as it came, so that others go on behind it: also what nobody can vouch for
   * today, and what the virus scanner cannot judge.
   */
  static boolean staysClosed(GatewayException error) {
    return is(error)
        || error.code() == ErrorCode.REVOCATION_UNKNOWN
        || error.code() == ErrorCode.CONTENT_UNSCANNABLE;
  }
}
