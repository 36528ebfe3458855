package de.amtsbote.gateway.osci;

import de.amtsbote.gateway.message.Message;
import de.amtsbote.gateway.message.MessageId;
import de.amtsbote.gateway.message.MessageStore;
import de.amtsbote.gateway.message.Note;
import de.amtsbote.gateway.message.TimelineEvent;
import de.amtsbote.gateway.message.TransmissionKind;
import de.amtsbote.gateway.message.TransmissionStore;
import de.amtsbote.gateway.message.correlation.CorrelationStore;
import de.amtsbote.gateway.osci.AwaitedAnswerStore.State;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.springframework.transaction.support.TransactionTemplate;

/** Gives an answer to the originator who waits for it while his delivery is processed. */
public final class OsciAnswers {

  private static final long ROUND = Duration.ofMillis(100).toNanos();
  private static final long TO_SEND = Duration.ofSeconds(10).toNanos();

  private final AwaitedAnswerStore awaited;
  private final CorrelationStore correlations;
  private final MessageStore messages;
  private final TransmissionStore transmissions;
  private final TransactionTemplate transaction;

  OsciAnswers(
      AwaitedAnswerStore awaited,
      CorrelationStore correlations,
      MessageStore messages,
      TransmissionStore transmissions,
      TransactionTemplate transaction) {
    this.awaited = awaited;
    this.correlations = correlations;
    this.messages = messages;
    this.transmissions = transmissions;
    this.transaction = transaction;
  }

  /**
   * Gives the answer, if somebody waits for it.
   *
   * @return false when it has to go another way, for nobody has got it
   */
  public boolean give(Message answer) {
    var answered = correlations.of(answer.id()).inReplyTo();
    if (answered == null || !awaited.offer(answered, answer.id()) || !isGiven(answered)) {
      return false;
    }
    transaction.executeWithoutResult(status -> note(answer, answered));
    return true;
  }

  /** Whoever has taken it sends it at once; else it is taken back. */
  private boolean isGiven(MessageId answered) {
    var end = Long.MAX_VALUE;
    while (awaited.state(answered) != State.GIVEN) {
      if (end == Long.MAX_VALUE && awaited.isOver(answered)) {
        end = System.nanoTime() + TO_SEND;
      }
      var late = end != Long.MAX_VALUE && System.nanoTime() - end >= 0;
      if (awaited.state(answered) == State.LAPSED || late || Thread.interrupted()) {
        return !awaited.lapse(answered);
      }
      LockSupport.parkNanos(ROUND);
    }
    return true;
  }

  private void note(Message answer, MessageId answered) {
    messages.lock(answer.id());
    var entry = messages.get(answered).entry().account();
    var transmission =
        transmissions.open(answer.id(), TransmissionKind.DELIVERY, "osci:answer " + entry);
    transmissions.sending(transmission.id()).ifPresent(transmissions::delivered);
    messages.note(
        answer.id(),
        TimelineEvent.HANDED_OVER,
        Note.of(Map.of("delivery", "osci:answer " + entry)));
  }
}
