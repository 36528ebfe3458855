package de.amtsbote.gateway.message.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import de.amtsbote.gateway.TestDatabase;
import de.amtsbote.gateway.message.Message;
import de.amtsbote.gateway.message.MessageId;
import de.amtsbote.gateway.message.MessageKit;
import de.amtsbote.gateway.message.MessageState;
import de.amtsbote.gateway.message.Note;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;

/** A node that is taken out of service while it works. */
class DrainingNodeTest {

  private static final Duration SOON = Duration.ofSeconds(10);
  private static final Duration TICK = Duration.ofMillis(100);

  @TempDir Path spool;
  final AtomicInteger runs = new AtomicInteger();
  final CountDownLatch begun = new CountDownLatch(1);
  final CountDownLatch end = new CountDownLatch(1);
  MessageKit kit;
  Scheduler scheduler;
  PostgresWorkControl control;

  @BeforeEach
  void start() throws Exception {
    DataSource source = TestDatabase.fresh();
    var inTransaction = new TransactionAwareDataSourceProxy(source);
    var queue =
        new SchedulerWorkQueue(
            SchedulerClient.Builder.create(inTransaction).build(),
            // the scheduler waits by the clock of the test, which stands still
            () -> scheduler.triggerCheckForDueExecutions());
    kit = new MessageKit(source, spool, queue);
    var settings =
        new WorkProperties(
            true, 2, 2, TICK, TICK, SOON, SOON, SOON, Map.of(), Map.of(), Duration.ofSeconds(5));
    var task =
        Tasks.custom(MessageTask.NAME, Void.class)
            .onFailureReschedule(FixedDelay.ofSeconds(1))
            .execute(
                new MessageTask(
                    kit.store,
                    kit.attempts,
                    kit.transmissions,
                    () -> this::work,
                    new RetryPolicies(settings, new Random(1)),
                    kit.clock));
    scheduler =
        Scheduler.create(inTransaction, List.of(task))
            .schedulerName(new SchedulerName.Fixed(MessageKit.NODE.value()))
            .threads(2)
            .pollingInterval(TICK)
            .pollUsingLockAndFetch(PostgresSchedulers.CLAIM_AGAIN, PostgresSchedulers.MOST_CLAIMED)
            .heartbeatInterval(Duration.ofMinutes(5))
            .clock(kit.clock::instant)
            .build();
    scheduler.start();
    control = new PostgresWorkControl(List.of(scheduler), kit.jdbc, MessageKit.NODE, kit.clock);
  }

  @AfterEach
  void stop() {
    end.countDown();
    scheduler.stop();
  }

  @Test
  void drainingNode_claimsNothingFinishesWhatRunsAndKeepsItsLeaseMeanwhile() throws Exception {
    var running = kit.accept("<a/>").id();
    assertThat(begun.await(60, TimeUnit.SECONDS)).isTrue();

    control.pause();
    var waiting = kit.accept("<b/>").id();

    await().during(TICK.multipliedBy(5)).atMost(SOON).until(() -> runs.get() == 1);
    assertThat(control.running()).isEqualTo(1);
    kit.clock.advance(Duration.ofMinutes(1));
    control.showLife();
    assertThat(leaseOf(running)).isEqualTo(Timestamp.from(kit.clock.instant()));
    end.countDown();
    awaitState(running, MessageState.DELIVERED);
    await().atMost(SOON).until(() -> control.running() == 0);
    assertThat(kit.store.get(waiting).state()).isEqualTo(MessageState.RECEIVED);

    control.resume();
    awaitState(waiting, MessageState.DELIVERED);
  }

  private void work(Message message) {
    runs.incrementAndGet();
    begun.countDown();
    try {
      assertThat(end.await(20, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    kit.store.advance(message.id(), MessageState.DELIVERED, Note.SYSTEM);
  }

  private Timestamp leaseOf(MessageId id) {
    return kit.jdbc.queryForObject(
        "select last_heartbeat from scheduled_tasks where picked and task_instance = ?",
        Timestamp.class,
        id.toString());
  }

  private void awaitState(MessageId id, MessageState state) {
    await()
        .atMost(SOON)
        .untilAsserted(() -> assertThat(kit.store.get(id).state()).isEqualTo(state));
  }
}
