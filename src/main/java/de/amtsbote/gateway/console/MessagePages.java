package de.amtsbote.gateway.console;

import de.amtsbote.gateway.message.AttemptStore;
import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.GatewayException;
import de.amtsbote.gateway.message.MessageId;
import de.amtsbote.gateway.message.MessageQuery;
import de.amtsbote.gateway.message.MessageState;
import de.amtsbote.gateway.message.MessageStore;
import de.amtsbote.gateway.message.OperatorMoves;
import de.amtsbote.gateway.message.TransmissionStore;
import de.amtsbote.gateway.message.audit.TimelineAuditStore;
import de.amtsbote.gateway.security.Caller;
import de.amtsbote.gateway.security.Role;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of the tenant's messages and the page of each; never any content. */
@Controller
class MessagePages {

  private static final int PAGE = 50;

  private final MessageStore store;
  private final TransmissionStore transmissions;
  private final AttemptStore attempts;
  private final TimelineAuditStore audit;
  private final Times times;

  MessagePages(
      MessageStore store,
      TransmissionStore transmissions,
      AttemptStore attempts,
      TimelineAuditStore audit,
      Times times) {
    this.attempts = attempts;
    this.audit = audit;
    this.store = store;
    this.transmissions = transmissions;
    this.times = times;
  }

  @GetMapping("/")
  String list(
      @AuthenticationPrincipal Caller caller,
      @RequestParam(name = "state", required = false) MessageState state,
      @RequestParam(name = "standard", required = false) String standard,
      @RequestParam(name = "before", required = false) String before,
      Model model) {
    var cursor = cursor(before);
    var wanted = standard == null || standard.isBlank() ? null : standard.strip();
    var found = store.list(new MessageQuery(caller.tenant(), state, wanted, cursor, PAGE + 1));
    var page = found.subList(0, Math.min(PAGE, found.size()));
    model.addAttribute("caller", caller);
    model.addAttribute("states", MessageState.values());
    model.addAttribute("state", state);
    model.addAttribute("standard", wanted);
    model.addAttribute("first", cursor == null);
    model.addAttribute("next", found.size() > PAGE ? page.get(PAGE - 1).id().toString() : null);
    model.addAttribute(
        "messages", page.stream().map(message -> MessageRow.of(message, times)).toList());
    return "messages";
  }

  @GetMapping("/messages/{id}")
  String message(
      @AuthenticationPrincipal Caller caller, @PathVariable("id") String text, Model model) {
    var id = MessageId.parse(text);
    var message =
        store
            .find(caller.tenant(), id)
            .orElseThrow(() -> new GatewayException(ErrorCode.MESSAGE_UNKNOWN, "message " + id));
    var timeline = store.timeline(id);
    model.addAttribute("caller", caller);
    model.addAttribute("message", message);
    model.addAttribute(
        "mayAct",
        OperatorMoves.ENDABLE.contains(message.state())
            && (caller.roles().contains(Role.OPERATOR)
                || caller.roles().contains(Role.ADMINISTRATOR)));
    model.addAttribute("receivedAt", times.text(message.receivedAt()));
    model.addAttribute("nextAttemptAt", times.text(message.nextDueAt()));
    model.addAttribute("chainHolds", audit.verify(id).isEmpty());
    model.addAttribute(
        "timeline", timeline.stream().map(entry -> TimelineRow.of(entry, times)).toList());
    model.addAttribute(
        "transmissions",
        transmissions.of(id).stream().map(each -> TransmissionRow.of(each, times)).toList());
    model.addAttribute(
        "attempts", attempts.of(id).stream().map(each -> AttemptRow.of(each, times)).toList());
    return "message";
  }

  private static MessageId cursor(String text) {
    try {
      return text == null || text.isEmpty() ? null : MessageId.parse(text);
    } catch (GatewayException e) {
      throw new GatewayException(
          ErrorCode.PARAMETER_INVALID, "before must be the id of the last message of a page", e);
    }
  }
}
