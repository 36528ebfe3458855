package de.amtsbote.gateway.message;

/**
 * Which messages of a tenant to list, newest first.
 *
 * @param state only this state; null for all
 * @param standard only this standard; null for all
 * @param before only messages older than this one, i.e. the last of the page before; null for the
 *     first page
 * @param limit at most so many, 1 to {@value #MAX_LIMIT}
 */
public record MessageQuery(
    String tenant, MessageState state, String standard, MessageId before, int limit) {

  /** Largest page. */
  public static final int MAX_LIMIT = 1000;

  /** Keeps the limit within its bounds, and refuses what can be no name. */
  public MessageQuery {
    if (standard != null && standard.chars().anyMatch(Character::isISOControl)) {
      throw new GatewayException(ErrorCode.PARAMETER_INVALID, "standard has forbidden characters");
    }
    limit = Math.max(1, Math.min(MAX_LIMIT, limit));
  }
}
