package de.amtsbote.gateway.entry;

import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.GatewayException;
import de.amtsbote.gateway.message.MessageId;
import de.amtsbote.gateway.message.MessageQuery;
import de.amtsbote.gateway.message.MessageState;
import de.amtsbote.gateway.security.Caller;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.ServletWebRequest;

/** The REST entry: hand a message in, follow it, list the tenant's messages. */
@RestController
@RequestMapping(path = MessageController.PATH, produces = MediaType.APPLICATION_JSON_VALUE)
class MessageController {

  static final String PATH = "/api/v1/messages";

  private static final int MAX_LIMIT = 500;

  private final Submission submission;
  private final MessageLookup lookup;
  private final PromptAnswers answers;

  MessageController(Submission submission, MessageLookup lookup, PromptAnswers answers) {
    this.submission = submission;
    this.answers = answers;
    this.lookup = lookup;
  }

  /** With {@code Prefer: wait=N} the answer to the message may come in place of the receipt. */
  @PostMapping(produces = {MediaType.APPLICATION_JSON_VALUE, MediaType.MULTIPART_FORM_DATA_VALUE})
  ResponseEntity<ReceiptView> submit(
      @AuthenticationPrincipal Caller caller,
      HttpServletRequest request,
      HttpServletResponse response) {
    var receipt = submission.take(caller, request);
    if (answers.await(caller, receipt, request, response)) {
      return null;
    }
    return ResponseEntity.accepted()
        .location(URI.create(PATH + "/" + receipt.id()))
        .contentType(MediaType.APPLICATION_JSON)
        .body(ReceiptView.of(receipt));
  }

  @GetMapping("/{id}")
  ResponseEntity<MessageView> message(
      @AuthenticationPrincipal Caller caller,
      @PathVariable("id") String text,
      ServletWebRequest request) {
    var id = MessageId.parse(text);
    var version = lookup.version(caller, id);
    if (Conditional.isNotModified(request, version)) {
      return null;
    }
    return Conditional.fresh().body(lookup.view(id));
  }

  @GetMapping
  MessagePage messages(
      @AuthenticationPrincipal Caller caller,
      @RequestParam(name = "state", required = false) String state,
      @RequestParam(name = "standard", required = false) String standard,
      @RequestParam(name = "anyId", required = false) String anyId,
      @RequestParam(name = "limit", defaultValue = "50") int limit,
      @RequestParam(name = "cursor", required = false) String cursor) {
    if (limit < 1 || limit > MAX_LIMIT) {
      throw invalid("limit must be 1 to " + MAX_LIMIT);
    }
    // one more than asked for tells whether there is a next page
    var found =
        anyId == null
            ? lookup.list(
                caller,
                new MessageQuery(
                    caller.tenant(), state(state), standard(standard), cursor(cursor), limit + 1))
            : lookup.byAnyId(caller, anyId, cursor(cursor), limit + 1);
    var page = found.subList(0, Math.min(limit, found.size()));
    var next = found.size() > limit ? page.get(limit - 1).id().toString() : null;
    return new MessagePage(page.stream().map(MessageSummary::of).toList(), next);
  }

  private static MessageState state(String text) {
    if (text == null || text.isEmpty()) {
      return null;
    }
    try {
      return MessageState.valueOf(text.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw invalid("state must be one of " + List.of(MessageState.values()));
    }
  }

  private static String standard(String text) {
    return text == null || text.isEmpty() ? null : text;
  }

  private static MessageId cursor(String text) {
    try {
      return text == null || text.isEmpty() ? null : MessageId.parse(text);
    } catch (GatewayException e) {
      throw invalid("cursor must be the nextCursor of the page before");
    }
  }

  private static GatewayException invalid(String details) {
    return new GatewayException(ErrorCode.PARAMETER_INVALID, details);
  }
}
