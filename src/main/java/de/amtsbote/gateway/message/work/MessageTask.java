package de.amtsbote.gateway.message.work;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.ExecutionHandler;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.GatewayException;
import de.amtsbote.gateway.message.Message;
import de.amtsbote.gateway.message.MessageId;
import de.amtsbote.gateway.message.MessageState;
import de.amtsbote.gateway.message.MessageStore;
import de.amtsbote.gateway.message.Note;
import de.amtsbote.gateway.message.SafeTrace;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** Runs the work of one message and decides what a failure means for it. */
final class MessageTask implements ExecutionHandler<Void> {

  static final String NAME = "message";

  private static final Logger LOG = LoggerFactory.getLogger(MessageTask.class);

  private final MessageStore store;
  private final Supplier<MessageWork> work;
  private final RetryPolicy retries;
  private final Clock clock;

  MessageTask(MessageStore store, Supplier<MessageWork> work, RetryPolicy retries, Clock clock) {
    this.store = store;
    this.work = work;
    this.retries = retries;
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
    try {
      var outcome = work.get().run(message);
      if (outcome instanceof WorkOutcome.Wait wait) {
        return again(clock.instant().plus(wait.duration()));
      }
      return finished();
    } catch (GatewayException e) {
      return failed(message, e);
    } catch (RuntimeException e) {
      return failed(message, new GatewayException(ErrorCode.INTERNAL, "the route failed", e));
    }
  }

  private CompletionHandler<Void> failed(Message before, GatewayException error) {
    LOG.warn(
        "Message {} failed: {} (incident {})", before.id(), error.getMessage(), error.incident());
    if (error.getCause() != null) {
      LOG.warn("Incident {}: {}", error.incident(), SafeTrace.of(error));
    }
    store.countAttempt(before.id());
    var message = store.get(before.id());
    if (message.state().isAtRest()) {
      return finished();
    }
    return switch (error.code().kind()) {
      case SENDER -> refused(message, error);
      case OPERATOR -> parked(message, error);
      case TRANSIENT ->
          retries
              .next(message.firstAttemptAt(), message.attempts(), clock.instant())
              .map(due -> retried(message, error, due.truncatedTo(ChronoUnit.MICROS)))
              .orElseGet(() -> givenUp(message, error));
    };
  }

  private CompletionHandler<Void> refused(Message message, GatewayException error) {
    if (!message.state().canMoveTo(MessageState.REJECTED)) {
      return parked(message, error);
    }
    store.reject(message.id(), error);
    return finished();
  }

  private CompletionHandler<Void> parked(Message message, GatewayException error) {
    store.park(message.id(), error);
    return finished();
  }

  private CompletionHandler<Void> retried(Message message, GatewayException error, Instant due) {
    var note =
        new Note(
            error.code().code(),
            "system",
            Map.of(
                "details", error.details(),
                "incident", error.incident(),
                "attempt", Integer.toString(message.attempts()),
                "next", due.toString()));
    store.retryAt(message.id(), due, note);
    return again(due);
  }

  private CompletionHandler<Void> givenUp(Message message, GatewayException error) {
    var details =
        message.attempts()
            + " attempts, the last failed with "
            + error.code().code()
            + ": "
            + error.details();
    return parked(message, new GatewayException(ErrorCode.BUDGET_USED_UP, details));
  }

  private static CompletionHandler<Void> finished() {
    return (complete, operations) -> operations.remove();
  }

  private static CompletionHandler<Void> again(Instant due) {
    return (complete, operations) -> operations.reschedule(complete, due);
  }
}
