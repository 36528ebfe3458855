package de.amtsbote.gateway.entry.procedure;

import de.amtsbote.gateway.entry.body.LimitedInputStream;
import de.amtsbote.gateway.entry.body.LimitsProperties;
import de.amtsbote.gateway.entry.body.MultipartSubmission;
import de.amtsbote.gateway.entry.body.RequestHead;
import de.amtsbote.gateway.entry.body.SinglePayload;
import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.GatewayException;
import de.amtsbote.gateway.message.Intake;
import de.amtsbote.gateway.message.MessageId;
import de.amtsbote.gateway.message.MessageStore;
import de.amtsbote.gateway.message.Receipt;
import de.amtsbote.gateway.message.answer.Answers;
import de.amtsbote.gateway.security.Caller;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Takes answers of procedures into the store. */
@Component
class Replies {

  private final MessageStore store;
  private final Answers answers;
  private final LimitsProperties limits;

  Replies(MessageStore store, Answers answers, LimitsProperties limits) {
    this.store = store;
    this.answers = answers;
    this.limits = limits;
  }

  /** Takes the body of a request as an answer. */
  Receipt take(Caller caller, MessageId answered, HttpServletRequest request) {
    var head = RequestHead.of(request);
    var limit = limits.body().toBytes();
    try (var body = LimitedInputStream.of(request, limit);
        var intake = store.intake()) {
      if (head.isMultipart()) {
        var form = new MultipartSubmission(intake::add, limits.parts(), Set.of());
        form.read(head.mediaType(), body);
        form.requirePayload();
      } else {
        SinglePayload.take(head, body, intake);
      }
      intake.identify();
      return commit(caller, answered, intake, head.idempotencyKey(), head.traceparent());
    } catch (IOException e) {
      throw new GatewayException(
          ErrorCode.REQUEST_BROKEN, "the body ended early or its framing is wrong", e);
    }
  }

  /**
   * Stores an answer, in the running transaction where there is one; the intake is identified then.
   */
  Receipt commit(Caller caller, MessageId answered, Intake intake, String key, String traceparent) {
    return answers.keep(store.get(answered), intake, caller.account(), key, traceparent);
  }
}
