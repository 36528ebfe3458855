package de.amtsbote.gateway.operations.control;

import de.amtsbote.gateway.message.GatewayException;
import de.amtsbote.gateway.message.MessageId;
import de.amtsbote.gateway.message.MessageStore;
import de.amtsbote.gateway.security.Caller;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Operators look for messages and act on single ones. */
@RestController
@RequestMapping(path = MessageOperations.PATH, produces = MediaType.APPLICATION_JSON_VALUE)
class MessageOperations {

  static final String PATH = "/api/v1/operations/messages";

  private static final int MAX_LIMIT = 500;

  private final MessageStore messages;
  private final MessageDesk desk;
  private final Operator operator;
  private final Evidence evidence;

  MessageOperations(MessageStore messages, MessageDesk desk, Operator operator, Evidence evidence) {
    this.messages = messages;
    this.desk = desk;
    this.operator = operator;
    this.evidence = evidence;
  }

  /**
   * A page of a list.
   *
   * @param nextCursor for the next page; null on the last one
   */
  record Page(List<MessageLine> messages, String nextCursor) {}

  /** An operation on one message, and why it is done. */
  record Request(
      String reason,
      String partner,
      String delivery,
      String server,
      String replaces,
      Boolean acceptUnclear) {}

  @GetMapping
  Page list(
      @AuthenticationPrincipal Caller caller,
      @ModelAttribute SearchRequest filter,
      @RequestParam(name = "limit", defaultValue = "50") int limit,
      @RequestParam(name = "cursor", required = false) String cursor) {
    if (limit < 1 || limit > MAX_LIMIT) {
      throw SearchRequest.invalid("limit must be 1 to " + MAX_LIMIT);
    }
    // one more than asked for tells whether there is a next page
    var found = messages.search(filter.search(caller, cursor(cursor), limit + 1));
    var page = found.subList(0, Math.min(limit, found.size()));
    var next = found.size() > limit ? page.get(limit - 1).id().toString() : null;
    return new Page(page.stream().map(MessageLine::of).toList(), next);
  }

  @GetMapping("/{id}")
  MessageDetails message(@AuthenticationPrincipal Caller caller, @PathVariable("id") String id) {
    return desk.details(caller, MessageId.parse(id));
  }

  @GetMapping(path = "/{id}/evidence", produces = "application/zip")
  void evidence(
      @AuthenticationPrincipal Caller caller,
      @PathVariable("id") String text,
      HttpServletResponse response)
      throws IOException {
    var id = MessageId.parse(text);
    var details = desk.details(caller, id);
    response.setContentType("application/zip");
    response.setHeader(
        "Content-Disposition", "attachment; filename=\"evidence-%s.zip\"".formatted(id));
    evidence.write(details, desk.processCards(id), caller, response.getOutputStream());
  }

  @PostMapping("/{id}/{action:repeat|redirect|reject|cancel}")
  MessageDetails act(
      @AuthenticationPrincipal Caller caller,
      @PathVariable("id") String text,
      @PathVariable("action") String action,
      @RequestBody Request request) {
    var id = MessageId.parse(text);
    var operation =
        new Operation(
            action,
            request.partner(),
            request.delivery(),
            request.server(),
            request.replaces(),
            request.acceptUnclear());
    operator.perform(caller, id, operation, request.reason());
    return desk.details(caller, id);
  }

  private static MessageId cursor(String text) {
    try {
      return text == null || text.isEmpty() ? null : MessageId.parse(text);
    } catch (GatewayException e) {
      throw SearchRequest.invalid("cursor must be the nextCursor of the page before");
    }
  }
}
