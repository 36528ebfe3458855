package de.amtsbote.gateway.operations.control;

import com.fasterxml.jackson.annotation.JsonInclude;
import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.GatewayException;
import de.amtsbote.gateway.message.MessageId;
import de.amtsbote.gateway.message.MessageSearch;
import de.amtsbote.gateway.message.MessageState;
import de.amtsbote.gateway.security.Caller;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The filters of the operator API as they are written; each may be absent.
 *
 * @param tenant only the caller's own is allowed
 * @param from received then or later, ISO-8601 with time zone
 * @param to received before
 * @param code code of the reason, such as {@code AB-4002}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record SearchRequest(
    String tenant,
    String state,
    String standard,
    String partner,
    String from,
    String to,
    String xoevUuid,
    String osciMessageId,
    String code,
    String route) {

  static final SearchRequest ALL =
      new SearchRequest(null, null, null, null, null, null, null, null, null, null);

  /** The filters as a search of the caller's tenant. */
  MessageSearch search(Caller caller, MessageId before, int limit) {
    if (given(tenant) != null && !tenant.equals(caller.tenant())) {
      throw new GatewayException(
          ErrorCode.TENANT_FOREIGN, "the account sees the messages of its own tenant only");
    }
    return new MessageSearch(
        caller.tenant(),
        wantedState(),
        given(standard),
        given(partner),
        time("from", from),
        time("to", to),
        given(xoevUuid),
        given(osciMessageId),
        wantedCode(),
        given(route),
        before,
        limit);
  }

  /** The same filters with this state when they name none. */
  SearchRequest inState(MessageState state) {
    return given(this.state) != null
        ? this
        : new SearchRequest(
            tenant,
            state.name(),
            standard,
            partner,
            from,
            to,
            xoevUuid,
            osciMessageId,
            code,
            route);
  }

  MessageState wantedState() {
    if (given(state) == null) {
      return null;
    }
    try {
      return MessageState.valueOf(state.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw invalid("state must be one of " + List.of(MessageState.values()));
    }
  }

  private ErrorCode wantedCode() {
    return given(code) == null
        ? null
        : Arrays.stream(ErrorCode.values())
            .filter(it -> it.code().equals(code))
            .findFirst()
            .orElseThrow(() -> invalid("code must be one such as AB-4002"));
  }

  private static Instant time(String name, String text) {
    try {
      return given(text) == null ? null : Instant.parse(text);
    } catch (DateTimeParseException e) {
      throw invalid(name + " must be a time such as 2026-11-23T08:00:00Z");
    }
  }

  private static String given(String text) {
    return text == null || text.isBlank() ? null : text;
  }

  static GatewayException invalid(String details) {
    return new GatewayException(ErrorCode.PARAMETER_INVALID, details);
  }
}
