package de.amtsbote.gateway.message;

import java.time.Instant;
import java.util.stream.Stream;

/**
 * Which messages of a tenant an operator looks for, newest first; what is null does not matter.
 *
 * @param partner logical name of a partner or delivery that it was handed to, or was to be
 * @param from received then or later
 * @param to received before
 * @param osciMessageId under which it went out or came in
 * @param code code of the reason for which it is rejected or parked, such as {@code AB-4002}
 * @param route id of the route that took it last
 * @param before only messages older than this one, i.e. the last of the page before
 * @param limit at most so many
 */
public record MessageSearch(
    String tenant,
    MessageState state,
    String standard,
    String partner,
    Instant from,
    Instant to,
    String xoevUuid,
    String osciMessageId,
    ErrorCode code,
    String route,
    MessageId before,
    int limit) {

  /** Refuses what can be no name. */
  public MessageSearch {
    Stream.of(standard, partner, xoevUuid, osciMessageId, route)
        .filter(it -> it != null && it.chars().anyMatch(Character::isISOControl))
        .findFirst()
        .ifPresent(
            it -> {
              throw new GatewayException(
                  ErrorCode.PARAMETER_INVALID, "a filter has forbidden characters");
            });
  }

  static MessageSearch of(MessageQuery query) {
    return new MessageSearch(
        query.tenant(),
        query.state(),
        query.standard(),
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        query.before(),
        query.limit());
  }

  /** The same search with another end of the page. */
  public MessageSearch page(MessageId newBefore, int newLimit) {
    return new MessageSearch(
        tenant,
        state,
        standard,
        partner,
        from,
        to,
        xoevUuid,
        osciMessageId,
        code,
        route,
        newBefore,
        newLimit);
  }
}
