package de.amtsbote.gateway.console;

import de.amtsbote.gateway.message.MessageId;
import de.amtsbote.gateway.operations.control.Operator;
import de.amtsbote.gateway.security.Caller;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What an operator can do on the page of a message. */
@Controller
class MessageActions {

  private final Operator operator;

  MessageActions(Operator operator) {
    this.operator = operator;
  }

  @PostMapping("/messages/{id}/repeat")
  String repeat(
      @AuthenticationPrincipal Caller caller,
      @PathVariable("id") String id,
      @RequestParam(name = "reason", defaultValue = "") String reason) {
    operator.repeat(caller, MessageId.parse(id), reason);
    return page(id);
  }

  @PostMapping("/messages/{id}/reject")
  String reject(
      @AuthenticationPrincipal Caller caller,
      @PathVariable("id") String id,
      @RequestParam(name = "reason", defaultValue = "") String reason) {
    operator.reject(caller, MessageId.parse(id), reason);
    return page(id);
  }

  @PostMapping("/messages/{id}/cancel")
  String cancel(
      @AuthenticationPrincipal Caller caller,
      @PathVariable("id") String id,
      @RequestParam(name = "reason", defaultValue = "") String reason) {
    operator.cancel(caller, MessageId.parse(id), reason);
    return page(id);
  }

  private static String page(String id) {
    return "redirect:/messages/" + MessageId.parse(id);
  }
}
