package de.amtsbote.gateway.message.work;

import de.amtsbote.gateway.message.AttemptResult;
import de.amtsbote.gateway.message.AttemptStore;
import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.GatewayException;
import de.amtsbote.gateway.message.Message;
import de.amtsbote.gateway.message.MessageState;
import de.amtsbote.gateway.message.MessageStore;
import de.amtsbote.gateway.message.Note;
import de.amtsbote.gateway.message.SafeTrace;
import de.amtsbote.gateway.message.Transmission;
import de.amtsbote.gateway.message.TransmissionStore;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Decides what a failed attempt means for its message: rejected, tried again, or parked. */
final class FailureHandling {

  private static final Logger LOG = LoggerFactory.getLogger(FailureHandling.class);

  private final MessageStore store;
  private final AttemptStore attempts;
  private final TransmissionStore transmissions;
  private final RetryPolicies retries;
  private final Clock clock;

  FailureHandling(
      MessageStore store,
      AttemptStore attempts,
      TransmissionStore transmissions,
      RetryPolicies retries,
      Clock clock) {
    this.transmissions = transmissions;
    this.store = store;
    this.attempts = attempts;
    this.retries = retries;
    this.clock = clock;
  }

  /**
   * Enters a failure.
   *
   * @return when the next attempt is due; empty when there is none
   */
  Optional<Instant> handle(Message before, AttemptStore.Begun run, GatewayException error) {
    LOG.warn(
        "Message {} failed: {} (incident {})", before.id(), error.getMessage(), error.incident());
    if (error.getCause() != null) {
      LOG.warn("Incident {}: {}", error.incident(), SafeTrace.of(error));
    }
    store.countAttempt(before.id());
    var message = store.get(before.id());
    if (message.state().isAtRest()) {
      return ended(message, AttemptResult.FAILED, error);
    }
    if (error.code() == ErrorCode.OBSOLETE) {
      return obsolete(message, error);
    }
    return switch (error.code().kind()) {
      case SENDER -> refused(message, error);
      case OPERATOR -> parked(message, error, error);
      case TRANSIENT -> transientFailure(message, run, error);
    };
  }

  /** What one of its receivers has or may have is no matter of days any more. */
  private Optional<Instant> obsolete(Message message, GatewayException error) {
    if (mayHaveArrived(message)) {
      return parked(message, error, error);
    }
    store.end(message.id(), MessageState.EXPIRED, error);
    return ended(message, AttemptResult.REFUSED, error);
  }

  private Optional<Instant> refused(Message message, GatewayException error) {
    if (!message.state().canMoveTo(MessageState.REJECTED) || mayHaveArrived(message)) {
      return parked(message, error, error);
    }
    store.reject(message.id(), error);
    return ended(message, AttemptResult.REFUSED, error);
  }

  /** A sender who is told to correct it would send it once more to a receiver that has it. */
  private boolean mayHaveArrived(Message message) {
    return transmissions.current(message.id()).stream().anyMatch(Transmission::mayHaveArrived);
  }

  private Optional<Instant> parked(
      Message message, GatewayException reason, GatewayException error) {
    store.park(message.id(), reason);
    return ended(message, AttemptResult.PARKED, error);
  }

  private Optional<Instant> transientFailure(
      Message message, AttemptStore.Begun run, GatewayException error) {
    var partner = attempts.failedDestination(message.id(), run).orElse(null);
    var due =
        retries
            .of(message.route(), partner)
            .next(message.firstAttemptAt(), message.attempts(), clock.instant())
            .map(it -> it.truncatedTo(ChronoUnit.MICROS));
    if (due.isEmpty()) {
      return parked(message, usedUp(message, error), error);
    }
    store.retryAt(message.id(), due.get(), note(message, error, due.get()));
    attempts.end(message.id(), AttemptResult.FAILED, error);
    return due;
  }

  private Optional<Instant> ended(Message message, AttemptResult result, GatewayException error) {
    attempts.end(message.id(), result, error);
    return Optional.empty();
  }

  private static Note note(Message message, GatewayException error, Instant due) {
    return new Note(
        error.code().code(),
        "system",
        Map.of(
            "details", error.details(),
            "incident", error.incident(),
            "attempt", Integer.toString(message.attempts()),
            "next", due.toString()));
  }

  private static GatewayException usedUp(Message message, GatewayException error) {
    return new GatewayException(
        ErrorCode.BUDGET_USED_UP,
        message.attempts()
            + " attempts, the last failed with "
            + error.code().code()
            + ": "
            + error.details());
  }
}
