package de.amtsbote.gateway.delivery.mailbox;

import de.amtsbote.gateway.message.MessageId;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Tells when messages are answered, or never will be. One look at the store for all that are waited
 * for, several times a second, finds answers that any node has laid ready.
 */
@Component
public class AnswerWatch implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(AnswerWatch.class);
  private static final long ROUND_MILLIS = 100;

  private final AnswerWatchStore store;
  private final Set<Watched> watched = ConcurrentHashMap.newKeySet();
  private ScheduledExecutorService rounds;
  private volatile boolean running;

  AnswerWatch(AnswerWatchStore store) {
    this.store = store;
  }

  private record Watched(MessageId message, long untilNanos, CompletableFuture<Void> over) {

    boolean isOver(Set<MessageId> settled) {
      return settled.contains(message) || System.nanoTime() - untilNanos >= 0;
    }
  }

  /**
   * Waits for an answer to the message, in a box of answers, or its end without one.
   *
   * @param time how long; then, and when the gateway stops, it is over all the same
   */
  public CompletableFuture<Void> over(MessageId message, Duration time) {
    var one = new Watched(message, System.nanoTime() + time.toNanos(), new CompletableFuture<>());
    watched.add(one);
    if (!running) {
      end(one);
    }
    return one.over();
  }

  private void round() {
    if (watched.isEmpty()) {
      return;
    }
    var settled = settled();
    watched.stream().filter(it -> it.isOver(settled)).forEach(this::end);
  }

  private Set<MessageId> settled() {
    try {
      return store.settled(watched.stream().map(Watched::message).collect(Collectors.toSet()));
    } catch (RuntimeException e) {
      LOG.warn("Answers cannot be looked for: {}", e.toString());
      return Set.of();
    }
  }

  private void end(Watched one) {
    watched.remove(one);
    one.over().complete(null);
  }

  @Override
  public synchronized void start() {
    rounds =
        Executors.newSingleThreadScheduledExecutor(
            work -> {
              var thread = new Thread(work, "answers");
              thread.setDaemon(true);
              return thread;
            });
    rounds.scheduleWithFixedDelay(this::round, ROUND_MILLIS, ROUND_MILLIS, TimeUnit.MILLISECONDS);
    running = true;
  }

  /** Before the doors close: whoever waits gets what there is instead of an answer. */
  @Override
  public synchronized void stop() {
    running = false;
    rounds.shutdown();
    watched.forEach(this::end);
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
