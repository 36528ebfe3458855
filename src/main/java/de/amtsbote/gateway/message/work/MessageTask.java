package de.amtsbote.gateway.message.work;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.ExecutionHandler;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import de.amtsbote.gateway.message.AttemptResult;
import de.amtsbote.gateway.message.AttemptStore;
import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.GatewayException;
import de.amtsbote.gateway.message.Message;
import de.amtsbote.gateway.message.MessageId;
import de.amtsbote.gateway.message.MessageStore;
import de.amtsbote.gateway.message.Note;
import de.amtsbote.gateway.message.TimelineEvent;
import de.amtsbote.gateway.message.TransmissionStore;
import de.amtsbote.gateway.message.gate.HeldBackException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.Supplier;
import org.slf4j.MDC;

/** Makes one attempt at the work of one message. */
final class MessageTask implements ExecutionHandler<Void> {

  static final String NAME = "message";

  /** A message that waits behind a gate is woken; it only looks by itself in case that failed. */
  private static final Duration LONGEST_SLEEP = Duration.ofMinutes(30);

  /** A message whose attempts die with their nodes so often may be what kills them. */
  private static final int MOST_ABANDONED = 20;

  private final MessageStore store;
  private final AttemptStore attempts;
  private final Supplier<MessageWork> work;
  private final FailureHandling failures;
  private final Clock clock;

  MessageTask(
      MessageStore store,
      AttemptStore attempts,
      TransmissionStore transmissions,
      Supplier<MessageWork> work,
      RetryPolicies retries,
      Clock clock) {
    this.store = store;
    this.attempts = attempts;
    this.work = work;
    this.failures = new FailureHandling(store, attempts, transmissions, retries, clock);
    this.clock = clock;
  }

  @Override
  public CompletionHandler<Void> execute(TaskInstance<Void> instance, ExecutionContext context) {
    MDC.put("message", instance.getId());
    try {
      return store
          .find(MessageId.parse(instance.getId()))
          .filter(message -> !message.state().isAtRest())
          .map(this::attempt)
          .orElseGet(MessageTask::finished);
    } finally {
      MDC.remove("message");
    }
  }

  private CompletionHandler<Void> attempt(Message message) {
    var run = attempts.begin(message.id());
    try {
      if (run.abandonedBy() != null) {
        abandoned(message, run);
      }
      work.get().run(message);
      attempts.end(message.id(), AttemptResult.DONE, null);
      return finished();
    } catch (HeldBackException e) {
      attempts.forget(run);
      store.holdBack(message.id(), e.gate());
      return again(clock.instant().plus(LONGEST_SLEEP));
    } catch (GatewayException e) {
      return failed(message, run, e);
    } catch (RuntimeException e) {
      return failed(message, run, new GatewayException(ErrorCode.INTERNAL, "the route failed", e));
    }
  }

  /** The node that worked on it before is dead; the timeline says so. */
  private void abandoned(Message message, AttemptStore.Begun run) {
    var note =
        new Note(ErrorCode.ATTEMPT_ABANDONED.code(), "system", Map.of("node", run.abandonedBy()));
    store.note(message.id(), TimelineEvent.ABANDONED, note);
    if (attempts.abandoned(message.id(), message.receivedAt()) >= MOST_ABANDONED) {
      throw new GatewayException(
          ErrorCode.ATTEMPT_ABANDONED, MOST_ABANDONED + " attempts died with their nodes");
    }
  }

  private CompletionHandler<Void> failed(
      Message message, AttemptStore.Begun run, GatewayException error) {
    return failures
        .handle(message, run, error)
        .map(MessageTask::again)
        .orElseGet(MessageTask::finished);
  }

  private static CompletionHandler<Void> finished() {
    return (complete, operations) -> operations.remove();
  }

  private static CompletionHandler<Void> again(Instant due) {
    return (complete, operations) -> operations.reschedule(complete, due);
  }
}
