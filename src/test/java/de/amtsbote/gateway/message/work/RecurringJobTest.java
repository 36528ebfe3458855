package de.amtsbote.gateway.message.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import de.amtsbote.gateway.TestDatabase;
import de.amtsbote.gateway.message.NodeName;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Mailboxes, receipts, retention: what recurs, whatever the number of nodes. */
class RecurringJobTest {

  private static final int NODES = 3;
  private static final int RUNS = 20;

  private static final WorkProperties SETTINGS =
      new WorkProperties(
          true,
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

    await().atMost(Duration.ofSeconds(20)).until(() -> runs.get() >= RUNS);

    assertThat(most).hasValue(1);
  }

  @Test
  void recurringJobOfANodeThatStopped_goesOnElsewhere() {
    nodes.forEach(Scheduler::start);
    await().atMost(Duration.ofSeconds(20)).until(() -> runs.get() >= 1);

    nodes.subList(0, NODES - 1).forEach(Scheduler::stop);
    var before = runs.get();

    await().atMost(Duration.ofSeconds(20)).until(() -> runs.get() > before + 1);
  }

  private Scheduler node(String name) {
    var job =
        Tasks.recurring("job", FixedDelay.ofMillis(20)).execute((instance, context) -> work());
    return PostgresSchedulers.of(
        database, List.of(job), SETTINGS, new NodeName(name), Clock.systemUTC());
  }

  private void work() {
    most.accumulateAndGet(running.incrementAndGet(), Math::max);
    runs.incrementAndGet();
    running.decrementAndGet();
  }
}
