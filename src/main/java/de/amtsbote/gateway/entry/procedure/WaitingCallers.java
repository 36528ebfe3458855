package de.amtsbote.gateway.entry.procedure;

import de.amtsbote.gateway.delivery.mailbox.AnswerWatch;
import de.amtsbote.gateway.entry.PromptAnswers;
import de.amtsbote.gateway.message.Receipt;
import de.amtsbote.gateway.security.Caller;
import jakarta.annotation.PreDestroy;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * The requests that wait for an answer; they hold no thread. Whoever is not waited for any more
 * finds its answer in the box.
 */
@Component
@EnableConfigurationProperties(AnswerProperties.class)
class WaitingCallers implements PromptAnswers {

  private static final Logger LOG = LoggerFactory.getLogger(WaitingCallers.class);
  private static final int WRITERS = 4;
  private static final Duration TO_WRITE = Duration.ofMinutes(5);

  private final AnswerWatch watch;
  private final PromptAnswerWriter writer;
  private final AnswerProperties properties;
  private final AtomicInteger waiting = new AtomicInteger();
  private final ExecutorService writers =
      Executors.newFixedThreadPool(
          WRITERS,
          work -> {
            var thread = new Thread(work, "answer-writer");
            thread.setDaemon(true);
            return thread;
          });

  WaitingCallers(AnswerWatch watch, PromptAnswerWriter writer, AnswerProperties properties) {
    this.watch = watch;
    this.writer = writer;
    this.properties = properties;
  }

  @Override
  public boolean await(
      Caller caller, Receipt receipt, HttpServletRequest request, HttpServletResponse response) {
    var wished = Preference.waiting(request);
    if (wished.isEmpty() || waiting.get() >= properties.mostWaiting()) {
      return false;
    }
    var time =
        wished.get().compareTo(properties.longestWait()) < 0
            ? wished.get()
            : properties.longestWait();
    var describe = WaitingCaller.wantsDescription(request.getHeader("Accept"));
    var context = request.startAsync(request, response);
    context.setTimeout(time.plus(TO_WRITE).toMillis());
    waiting.incrementAndGet();
    var one =
        new WaitingCaller(caller.tenant(), caller.account(), receipt.id(), time, describe, context);
    watch.over(receipt.id(), time).thenRunAsync(() -> finish(one), writers);
    return true;
  }

  private void finish(WaitingCaller caller) {
    waiting.decrementAndGet();
    writer.write(caller);
  }

  /** Nobody is left hanging when the gateway stops: each gets its receipt. */
  @PreDestroy
  void stop() {
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
