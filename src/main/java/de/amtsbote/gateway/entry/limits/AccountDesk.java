package de.amtsbote.gateway.entry.limits;

import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.GatewayException;
import de.amtsbote.gateway.message.load.LoadStore;
import de.amtsbote.gateway.security.AccountLimits;
import io.github.bucket4j.Bucket;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Semaphore;

/** The limits of one account, on this node. */
final class AccountDesk {

  private static final Duration COME_BACK = Duration.ofSeconds(1);
  private static final Duration COME_BACK_LATER = Duration.ofSeconds(30);
  private static final Duration FRESH = Duration.ofSeconds(2);

  private final String tenant;
  private final String account;
  private final AccountLimits limits;
  private final LoadStore store;
  private final Clock clock;
  private final AccountUsage usage;
  private final Bucket requests;
  private final Semaphore places;
  private final int mostQuestions;
  private final Semaphore questions;
  private long open;
  private Instant countedAt = Instant.MIN;

  AccountDesk(
      String tenant,
      String account,
      AccountLimits limits,
      int mostQuestions,
      LoadStore store,
      Clock clock,
      AccountUsage usage) {
    this.tenant = tenant;
    this.account = account;
    this.limits = limits;
    this.store = store;
    this.clock = clock;
    this.usage = usage;
    this.requests =
        limits.requestsPerMinute() == null
            ? null
            : Buckets.perMinute(limits.requestsPerMinute(), clock);
    this.mostQuestions = mostQuestions;
    this.questions = new Semaphore(mostQuestions);
    this.places = limits.concurrent() == null ? null : new Semaphore(limits.concurrent());
  }

  /**
   * Counts a request of any kind.
   *
   * @throws GatewayException {@link ErrorCode#RATE_EXCEEDED}
   */
  void request() {
    if (requests == null) {
      return;
    }
    var probe = requests.tryConsumeAndReturnRemaining(1);
    if (!probe.isConsumed()) {
      throw GatewayException.later(
          ErrorCode.RATE_EXCEEDED,
          "account %s may make %d requests per minute"
              .formatted(account, limits.requestsPerMinute()),
          Duration.ofNanos(probe.getNanosToWaitForRefill()));
    }
  }

  /**
   * Lets a message in.
   *
   * @param length of its body; -1 when it is not known
   */
  Permit take(long length) {
    checkQuota(Math.max(0, length));
    checkOpen();
    return place();
  }

  /** Lets a question in that takes as long as a message. */
  Permit ask() {
    if (!questions.tryAcquire()) {
      throw GatewayException.later(
          ErrorCode.CONCURRENCY_EXCEEDED,
          "account %s may ask %d questions at the same time".formatted(account, mostQuestions),
          COME_BACK);
    }
    try {
      return place().and(questions::release);
    } catch (GatewayException e) {
      questions.release();
      throw e;
    }
  }

  private Permit place() {
    if (places == null) {
      return () -> {};
    }
    if (!places.tryAcquire()) {
      throw GatewayException.later(
          ErrorCode.CONCURRENCY_EXCEEDED,
          "account %s may send %d messages at the same time"
              .formatted(account, limits.concurrent()),
          COME_BACK);
    }
    return places::release;
  }

  /** Counts what was taken in. */
  void taken(long bytes) {
    if (limits.bytesPerDay() != null) {
      usage.add(bytes);
    }
    synchronized (this) {
      open++;
    }
  }

  private void checkQuota(long length) {
    if (limits.bytesPerDay() != null && usage.today() + length > limits.bytesPerDay().toBytes()) {
      throw GatewayException.later(
          ErrorCode.QUOTA_USED_UP,
          "account %s may send %s a day".formatted(account, limits.bytesPerDay()),
          usage.untilTomorrow());
    }
  }

  private synchronized void checkOpen() {
    if (limits.openMessages() == null) {
      return;
    }
    var now = clock.instant();
    if (!now.isBefore(countedAt.plus(FRESH))) {
      open = store.openOf(tenant, account, limits.openMessages());
      countedAt = now;
    }
    if (open >= limits.openMessages()) {
      throw GatewayException.later(
          ErrorCode.TOO_MANY_OPEN,
          "account %s may have %d messages under way".formatted(account, limits.openMessages()),
          COME_BACK_LATER);
    }
  }
}
