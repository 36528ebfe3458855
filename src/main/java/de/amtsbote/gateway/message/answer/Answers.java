package de.amtsbote.gateway.message.answer;

import de.amtsbote.gateway.message.Entry;
import de.amtsbote.gateway.message.EntryKind;
import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.GatewayException;
import de.amtsbote.gateway.message.Intake;
import de.amtsbote.gateway.message.Message;
import de.amtsbote.gateway.message.MessageId;
import de.amtsbote.gateway.message.NewMessage;
import de.amtsbote.gateway.message.Receipt;
import de.amtsbote.gateway.message.Traits;
import de.amtsbote.gateway.message.correlation.Correlation;
import de.amtsbote.gateway.message.correlation.CorrelationStore;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps answers: messages of their own, from the reader to the author of the message that they
 * answer, and of the same case.
 */
@Component
public class Answers {

  private final CorrelationStore correlations;
  private final TransactionTemplate transaction;

  Answers(CorrelationStore correlations, TransactionTemplate transaction) {
    this.correlations = correlations;
    this.transaction = transaction;
  }

  /**
   * Stores an answer, in the running transaction where there is one; it is identified before.
   *
   * @param account who answers, as entries name it
   * @param key by which a repeat is known; null without
   * @throws GatewayException {@link ErrorCode#IDEMPOTENCY_CONFLICT} when the key was used for an
   *     answer to another message
   */
  public Receipt keep(Message question, Intake answer, String account, String key) {
    return keep(question, answer, account, key, null);
  }

  /** The same within a trace. */
  public Receipt keep(
      Message question, Intake answer, String account, String key, String traceparent) {
    var traits = question.traits();
    var reply =
        new NewMessage(
            question.tenant(),
            new Entry(EntryKind.REPLY, account),
            key,
            new Traits(null, null, null, traits.reader(), traits.author(), traits.service(), null),
            traceparent);
    return transaction.execute(
        status -> {
          var receipt = answer.commit(reply);
          if (receipt.repeated()) {
            requireAnswerTo(question.id(), receipt);
          } else {
            var process = correlations.of(question.id()).processRef();
            correlations.keep(receipt.id(), new Correlation(process, null, question.id()));
          }
          return receipt;
        });
  }

  /** The same words may answer two messages, but then they are two answers. */
  private void requireAnswerTo(MessageId question, Receipt first) {
    if (!question.equals(correlations.of(first.id()).inReplyTo())) {
      throw new GatewayException(
          ErrorCode.IDEMPOTENCY_CONFLICT,
          "the key belongs to %s, which answers another message".formatted(first.id()));
    }
  }
}
