package de.amtsbote.gateway.message.answer;

import de.amtsbote.gateway.message.Entry;
import de.amtsbote.gateway.message.EntryKind;
import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.GatewayException;
import de.amtsbote.gateway.message.Intake;
import de.amtsbote.gateway.message.Message;
import de.amtsbote.gateway.message.MessageId;
import de.amtsbote.gateway.message.MessageState;
import de.amtsbote.gateway.message.MessageStore;
import de.amtsbote.gateway.message.NewMessage;
import de.amtsbote.gateway.message.Receipt;
import de.amtsbote.gateway.message.Traits;
import de.amtsbote.gateway.message.correlation.Correlation;
import de.amtsbote.gateway.message.correlation.CorrelationStore;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps answers: messages of their own, from the reader to the author of the message that they
 * answer, and of the same case. And waits for them, whichever node gets them.
 */
@Component
public class Answers {

  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);
  private static final int MOST_WAITING = 100;
  private static final Set<MessageState> HOPELESS =
      EnumSet.of(
          MessageState.REJECTED, MessageState.PARKED, MessageState.CANCELLED, MessageState.EXPIRED);

  private final AnswerStore store;
  private final MessageStore messages;
  private final CorrelationStore correlations;
  private final TransactionTemplate transaction;
  private final Semaphore waiting = new Semaphore(MOST_WAITING);

  Answers(
      AnswerStore store,
      MessageStore messages,
      CorrelationStore correlations,
      TransactionTemplate transaction) {
    this.store = store;
    this.messages = messages;
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

  /**
   * Waits until an answer lies ready, or it is certain that there will be none.
   *
   * @throws GatewayException {@link ErrorCode#OVERLOADED} when too many wait already, {@link
   *     ErrorCode#MESSAGE_UNKNOWN} when there is no such question
   */
  public Answer await(MessageId question, Duration deadline) {
    if (!waiting.tryAcquire()) {
      throw new GatewayException(ErrorCode.OVERLOADED, "too many wait for answers already");
    }
    try {
      return look(question, System.nanoTime() + deadline.toNanos());
    } finally {
      waiting.release();
    }
  }

  private Answer look(MessageId question, long end) {
    while (true) {
      var standing =
          store
              .of(question)
              .orElseThrow(
                  () -> new GatewayException(ErrorCode.MESSAGE_UNKNOWN, "message " + question));
      if (standing.reply().isPresent()) {
        return new Answer.Replied(standing.reply().get());
      }
      if (HOPELESS.contains(standing.state())) {
        return new Answer.Refused(messages.get(question));
      }
      if (System.nanoTime() - end >= 0 || Thread.currentThread().isInterrupted()) {
        return new Answer.Late();
      }
      LockSupport.parkNanos(Math.min(BETWEEN_LOOKS.toNanos(), end - System.nanoTime()));
    }
  }
}
