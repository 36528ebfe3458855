package de.amtsbote.gateway.operations.control;

import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.GatewayException;
import de.amtsbote.gateway.message.Message;
import de.amtsbote.gateway.message.MessageId;
import de.amtsbote.gateway.message.MessageState;
import de.amtsbote.gateway.message.MessageStore;
import de.amtsbote.gateway.message.OperatorMoves;
import de.amtsbote.gateway.message.Sha256;
import de.amtsbote.gateway.security.Caller;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Does the same with many messages: first it is shown how many match, then the same selection is
 * confirmed. When others match by then, nothing is done.
 */
@Component
class Bulk {

  /** More than this is done in several operations. */
  static final int MOST = 10_000;

  private static final int SHOWN = 10;

  private final MessageStore messages;
  private final Operator operator;
  private final PreviewStore previews;
  private final OperationLogStore log;
  private final JsonMapper json;

  Bulk(
      MessageStore messages,
      Operator operator,
      PreviewStore previews,
      OperationLogStore log,
      JsonMapper json) {
    this.messages = messages;
    this.operator = operator;
    this.previews = previews;
    this.log = log;
    this.json = json;
  }

  /** What is to be done, with which messages. */
  record Request(Operation operation, SearchRequest filter) {}

  /**
   * What would be done.
   *
   * @param first the first messages that match
   */
  record Preview(String token, Instant expiresAt, int count, List<String> first) {}

  /**
   * What was done.
   *
   * @param refused how many were left as they are, by the code of the reason
   */
  record Result(int done, Map<String, Integer> refused) {}

  /** Reads a request; a filter that is misspelt must not select more than was meant. */
  Request read(String text) {
    try {
      return json.readerFor(Request.class)
          .with(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .readValue(text);
    } catch (JacksonException e) {
      throw SearchRequest.invalid("operation or filter has a field that is not known");
    }
  }

  Preview preview(Caller caller, Request request) {
    var complete = checked(request);
    var found = select(caller, complete);
    var token =
        previews.keep(
            caller.tenant(),
            Operator.actor(caller),
            json.writeValueAsString(complete),
            found.size(),
            digest(found));
    return new Preview(
        token.token(),
        token.expiresAt(),
        found.size(),
        found.stream().limit(SHOWN).map(MessageId::toString).toList());
  }

  Result run(Caller caller, String token, String given) {
    var reason = Operator.reason(given);
    var actor = Operator.actor(caller);
    var kept =
        previews
            .take(token == null ? "" : token, caller.tenant(), actor)
            .orElseThrow(() -> stale("the token is unknown, used or too old"));
    var request = json.readValue(kept.request(), Request.class);
    var found = select(caller, request);
    if (!Arrays.equals(kept.selection(), digest(found))) {
      throw stale("other messages match than those of the preview");
    }
    var result = perform(caller, request.operation(), found, reason);
    log.add(
        caller.tenant(),
        actor,
        "bulk-" + request.operation().action(),
        found.size() + " messages",
        reason,
        json.writeValueAsString(Map.of("request", request, "result", result)));
    return result;
  }

  private Result perform(Caller caller, Operation operation, List<MessageId> ids, String reason) {
    var done = 0;
    var refused = new TreeMap<String, Integer>();
    for (var id : ids) {
      try {
        operator.perform(caller, id, operation, reason);
        done++;
      } catch (GatewayException e) {
        refused.merge(e.code().code(), 1, Integer::sum);
      } catch (ConcurrencyFailureException e) {
        // somebody writes it in this very moment; the others are none the worse for it
        refused.merge(ErrorCode.MESSAGE_BUSY.code(), 1, Integer::sum);
      }
    }
    return new Result(done, refused);
  }

  private Request checked(Request request) {
    if (request.operation() == null) {
      throw SearchRequest.invalid("operation is missing");
    }
    var filter = request.filter() == null ? SearchRequest.ALL : request.filter();
    var state = filter.inState(MessageState.PARKED).wantedState();
    var kind = request.operation().kind();
    if (kind == Operation.Action.REDIRECT) {
      operator.redirect(request.operation());
    }
    var possible =
        kind == Operation.Action.REPEAT
            ? state == MessageState.PARKED
            : OperatorMoves.ENDABLE.contains(state);
    if (!possible) {
      throw new GatewayException(
          ErrorCode.TRANSITION_ILLEGAL,
          "messages that are %s cannot be given to %s".formatted(state, kind));
    }
    return new Request(request.operation(), filter.inState(MessageState.PARKED));
  }

  private List<MessageId> select(Caller caller, Request request) {
    var found = messages.search(request.filter().search(caller, null, MOST + 1));
    if (found.isEmpty() || found.size() > MOST) {
      throw new GatewayException(
          ErrorCode.SELECTION_TOO_LARGE,
          found.isEmpty() ? "no message matches" : "more than %d match".formatted(MOST));
    }
    return found.stream().map(Message::id).toList();
  }

  private static byte[] digest(List<MessageId> ids) {
    var digest = Sha256.start();
    ids.forEach(id -> digest.update(id.toString().getBytes(StandardCharsets.US_ASCII)));
    return digest.digest();
  }

  private static GatewayException stale(String details) {
    return new GatewayException(ErrorCode.PREVIEW_STALE, details);
  }
}
