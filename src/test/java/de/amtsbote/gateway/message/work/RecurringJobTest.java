package de.amtsbote.gateway.message.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import de.amtsbote.gateway.TestDatabase;
import de.amtsbote.gateway.message.NodeName;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Mailboxes, receipts, retention: what recurs, whatever the number of nodes. */
class RecurringJobTest {

  private static final int NODES = 3;
  private static final int RUNS = 20;
  private static final Duration SOON = Duration.ofSeconds(20);

  private static final WorkProperties SETTINGS =
      new WorkProperties(
          true,
          2,
          2,
          Duration.ofMillis(20),
          Duration.ofMillis(200),
          Duration.ofSeconds(2),
          Duration.ofMinutes(5),
          Duration.ofHours(1),
          Map.of(),
          Map.of(),
          Duration.ofSeconds(10));

  private final DataSource database = TestDatabase.fresh();
  private final AtomicInteger running = new AtomicInteger();
  private final AtomicInteger most = new AtomicInteger();
  private final AtomicInteger runs = new AtomicInteger();
  private final List<Scheduler> nodes =
      IntStream.range(0, NODES).mapToObj(number -> node("node-" + number)).toList();

  @AfterEach
  void stop() {
    nodes.forEach(Scheduler::stop);
  }

  @Test
  void recurringJob_runsOnOneNodeAtATime() {
    nodes.forEach(Scheduler::start);

    await().atMost(SOON).until(() -> runs.get() >= RUNS);

    assertThat(most).hasValue(1);
  }

  @Test
  void recurringJobOfANodeThatStopped_goesOnElsewhere() {
    nodes.forEach(Scheduler::start);
    await().atMost(SOON).until(() -> runs.get() >= 1);

    nodes.subList(0, NODES - 1).forEach(Scheduler::stop);
    var before = runs.get();

    await().atMost(SOON).until(() -> runs.get() > before + 1);
  }

  /** As receipts that nobody asked for until no message was left to be sent. */
  @Test
  void recurringJob_waitsBehindNoMessage() {
    var slow = new CountDownLatch(1);
    var messages = messages(slow);
    var many = IntStream.range(0, 20).<TaskInstance<?>>mapToObj(it -> message("message-" + it));
    messages.scheduleBatch(many, Clock.systemUTC().instant().minusSeconds(60));
    try {
      messages.start();
      await().atMost(SOON).until(() -> messages.getCurrentlyExecuting().size() == 2);
      nodes.get(0).start();

      await().atMost(SOON).until(() -> runs.get() >= RUNS);
    } finally {
      slow.countDown();
      messages.stop();
    }
  }

  private Scheduler messages(CountDownLatch slow) {
    var task =
        Tasks.custom(MessageTask.NAME, Void.class)
            .execute(
                (instance, context) -> {
                  awaitQuietly(slow);
                  return (complete, operations) -> operations.remove();
                });
    return PostgresSchedulers.messages(
        database, task, SETTINGS, new NodeName("node-0"), Clock.systemUTC());
  }

  private static void awaitQuietly(CountDownLatch end) {
    try {
      end.await(1, TimeUnit.MINUTES);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static TaskInstance<?> message(String id) {
    return new TaskInstance<Void>(MessageTask.NAME, id);
  }

  private Scheduler node(String name) {
    RecurringTask<Void> job =
        Tasks.recurring("job", FixedDelay.ofMillis(20)).execute((instance, context) -> work());
    return PostgresSchedulers.jobs(
        database, List.of(job), SETTINGS, new NodeName(name), Clock.systemUTC());
  }

  private void work() {
    most.accumulateAndGet(running.incrementAndGet(), Math::max);
    runs.incrementAndGet();
    running.decrementAndGet();
  }
}
