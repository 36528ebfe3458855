package de.amtsbote.gateway.entry.procedure;

import de.amtsbote.gateway.entry.body.LimitedInputStream;
import de.amtsbote.gateway.entry.body.LimitsProperties;
import de.amtsbote.gateway.entry.body.MultipartSubmission;
import de.amtsbote.gateway.entry.body.RequestHead;
import de.amtsbote.gateway.entry.body.SinglePayload;
import de.amtsbote.gateway.message.Entry;
import de.amtsbote.gateway.message.EntryKind;
import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.GatewayException;
import de.amtsbote.gateway.message.Intake;
import de.amtsbote.gateway.message.MessageId;
import de.amtsbote.gateway.message.MessageStore;
import de.amtsbote.gateway.message.NewMessage;
import de.amtsbote.gateway.message.Receipt;
import de.amtsbote.gateway.message.Traits;
import de.amtsbote.gateway.message.correlation.Correlation;
import de.amtsbote.gateway.message.correlation.CorrelationStore;
import de.amtsbote.gateway.security.Caller;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes answers into the store: messages of their own, from the reader to the author of the message
 * that they answer, and of the same case.
 */
@Component
class Replies {

  private final MessageStore store;
  private final CorrelationStore correlations;
  private final TransactionTemplate transaction;
  private final LimitsProperties limits;

  Replies(
      MessageStore store,
      CorrelationStore correlations,
      TransactionTemplate transaction,
      LimitsProperties limits) {
    this.store = store;
    this.correlations = correlations;
    this.transaction = transaction;
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
    var message = store.get(answered);
    var traits = message.traits();
    var reply =
        new NewMessage(
            caller.tenant(),
            new Entry(EntryKind.REPLY, caller.account()),
            key,
            new Traits(null, null, null, traits.reader(), traits.author(), traits.service(), null),
            traceparent);
    return transaction.execute(
        status -> {
          var receipt = intake.commit(reply);
          if (receipt.repeated()) {
            requireAnswerTo(answered, receipt);
          } else {
            var process = correlations.of(answered).processRef();
            correlations.keep(receipt.id(), new Correlation(process, null, answered));
          }
          return receipt;
        });
  }

  /** The same words may answer two messages, but then they are two answers. */
  private void requireAnswerTo(MessageId answered, Receipt first) {
    if (!answered.equals(correlations.of(first.id()).inReplyTo())) {
      throw new GatewayException(
          ErrorCode.IDEMPOTENCY_CONFLICT,
          "the key belongs to %s, which answers another message".formatted(first.id()));
    }
  }
}
