package de.amtsbote.gateway.entry.procedure;

import de.amtsbote.gateway.delivery.mailbox.AnswerWatchStore;
import de.amtsbote.gateway.entry.PromptAnswers;
import de.amtsbote.gateway.message.MessageId;
import de.amtsbote.gateway.message.Receipt;
import de.amtsbote.gateway.security.Caller;
import jakarta.annotation.PreDestroy;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * The requests that wait for an answer. They hold no thread: one look at the store for all of them,
 * several times a second, finds answers that any node has laid ready. Whoever is not waited for any
 * more finds its answer in the box.
 */
@Component
@EnableConfigurationProperties(AnswerProperties.class)
class WaitingCallers implements PromptAnswers {

  private static final Logger LOG = LoggerFactory.getLogger(WaitingCallers.class);
  private static final long ROUND_MILLIS = 200;
  private static final int WRITERS = 4;
  private static final Duration TO_WRITE = Duration.ofMinutes(5);

  private final AnswerWatchStore answers;
  private final PromptAnswerWriter writer;
  private final AnswerProperties properties;
  private final Set<WaitingCaller> waiting = ConcurrentHashMap.newKeySet();
  private final ScheduledExecutorService rounds =
      Executors.newSingleThreadScheduledExecutor(daemons("answers"));
  private final ExecutorService writers =
      Executors.newFixedThreadPool(WRITERS, daemons("answer-writer"));

  WaitingCallers(AnswerWatchStore answers, PromptAnswerWriter writer, AnswerProperties properties) {
    this.answers = answers;
    this.writer = writer;
    this.properties = properties;
    rounds.scheduleWithFixedDelay(this::round, ROUND_MILLIS, ROUND_MILLIS, TimeUnit.MILLISECONDS);
  }

  private static ThreadFactory daemons(String name) {
    return work -> {
      var thread = new Thread(work, name);
      thread.setDaemon(true);
      return thread;
    };
  }

  @Override
  public boolean await(
      Caller caller, Receipt receipt, HttpServletRequest request, HttpServletResponse response) {
    var wished = Preference.waiting(request);
    if (wished.isEmpty() || waiting.size() >= properties.mostWaiting()) {
      return false;
    }
    var time =
        wished.get().compareTo(properties.longestWait()) < 0
            ? wished.get()
            : properties.longestWait();
    var describe = WaitingCaller.wantsDescription(request.getHeader("Accept"));
    var context = request.startAsync(request, response);
    context.setTimeout(time.plus(TO_WRITE).toMillis());
    var until = System.nanoTime() + time.toNanos();
    waiting.add(
        new WaitingCaller(
            caller.tenant(), caller.account(), receipt.id(), time, until, describe, context));
    return true;
  }

  private void round() {
    if (waiting.isEmpty()) {
      return;
    }
    try {
      var settled =
          answers.settled(waiting.stream().map(WaitingCaller::message).collect(Collectors.toSet()));
      waiting.stream().filter(it -> isOver(it, settled)).forEach(this::finish);
    } catch (RuntimeException e) {
      LOG.warn("Answers cannot be looked for: {}", e.toString());
      waiting.stream().filter(it -> isOver(it, Set.of())).forEach(this::finish);
    }
  }

  private boolean isOver(WaitingCaller caller, Set<MessageId> settled) {
    return settled.contains(caller.message()) || System.nanoTime() - caller.untilNanos() >= 0;
  }

  private void finish(WaitingCaller caller) {
    if (waiting.remove(caller)) {
      writers.execute(() -> writer.write(caller));
    }
  }

  /** Nobody is left hanging when the gateway stops: each gets its receipt. */
  @PreDestroy
  void stop() {
    rounds.shutdown();
    waiting.forEach(this::finish);
    writers.shutdown();
    try {
      if (!writers.awaitTermination(5, TimeUnit.SECONDS)) {
        LOG.warn("Not everybody who waited for an answer could be told");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
