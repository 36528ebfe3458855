package de.amtsbote.gateway.operations.retention;

import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.GatewayException;
import de.amtsbote.gateway.message.MessageId;
import de.amtsbote.gateway.message.MessageStore;
import de.amtsbote.gateway.message.retention.HoldStore;
import de.amtsbote.gateway.security.Caller;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Keeps a message from being erased, and releases it again. */
@RestController
@RequestMapping("/api/v1/operations/messages/{id}/hold")
class HoldController {

  private final HoldStore holds;
  private final MessageStore messages;

  HoldController(HoldStore holds, MessageStore messages) {
    this.holds = holds;
    this.messages = messages;
  }

  @PutMapping
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void hold(
      @AuthenticationPrincipal Caller caller,
      @PathVariable("id") String id,
      @RequestParam(name = "reason", required = false) String reason) {
    holds.hold(own(caller, id), actor(caller), Reason.checked(reason));
  }

  @DeleteMapping
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void release(@AuthenticationPrincipal Caller caller, @PathVariable("id") String id) {
    holds.release(own(caller, id), actor(caller));
  }

  private MessageId own(Caller caller, String text) {
    Staff.mayDecide(caller);
    var id = MessageId.parse(text);
    return messages
        .find(caller.tenant(), id)
        .orElseThrow(() -> new GatewayException(ErrorCode.MESSAGE_UNKNOWN, "message " + id))
        .id();
  }

  private static String actor(Caller caller) {
    return "operator:" + caller.account();
  }
}
