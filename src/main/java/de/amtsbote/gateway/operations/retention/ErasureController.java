package de.amtsbote.gateway.operations.retention;

import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.GatewayException;
import de.amtsbote.gateway.message.Message;
import de.amtsbote.gateway.message.MessageId;
import de.amtsbote.gateway.message.MessageStore;
import de.amtsbote.gateway.message.retention.Erasure;
import de.amtsbote.gateway.message.retention.ErasureStore;
import de.amtsbote.gateway.message.retention.Removed;
import de.amtsbote.gateway.message.retention.RetentionStore;
import de.amtsbote.gateway.security.Caller;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Erases the content of one ended message at once, when a person has the right to that. */
@RestController
class ErasureController {

  private final RetentionStore store;
  private final ErasureStore report;
  private final MessageStore messages;
  private final Clock clock;

  ErasureController(RetentionStore store, ErasureStore report, MessageStore messages, Clock clock) {
    this.store = store;
    this.report = report;
    this.messages = messages;
    this.clock = clock;
  }

  @DeleteMapping("/api/v1/operations/messages/{id}/content")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void erase(
      @AuthenticationPrincipal Caller caller,
      @PathVariable("id") String text,
      @RequestParam(name = "reason", required = false) String reason) {
    Staff.mayDecide(caller);
    var why = Reason.checked(reason);
    var id = MessageId.parse(text);
    var message =
        messages
            .find(caller.tenant(), id)
            .orElseThrow(() -> new GatewayException(ErrorCode.MESSAGE_UNKNOWN, "message " + id));
    var now = clock.instant();
    var removed = store.eraseNow(id, "operator:" + caller.account(), why, now);
    report.add(row(message, removed, now));
  }

  private static Erasure row(Message message, Removed removed, Instant now) {
    return new Erasure(
        UUID.randomUUID(),
        1,
        now,
        Erasure.Kind.CONTENT,
        message.tenant(),
        message.traits().standard(),
        message.traits().service(),
        now,
        removed.messages(),
        removed.parts(),
        removed.bytes());
  }
}
