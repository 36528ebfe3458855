package de.amtsbote.gateway.message.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import de.amtsbote.gateway.message.Attempt;
import de.amtsbote.gateway.message.AttemptResult;
import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.GatewayException;
import de.amtsbote.gateway.message.MessageId;
import de.amtsbote.gateway.message.MessageKit;
import de.amtsbote.gateway.message.MessageState;
import de.amtsbote.gateway.message.Note;
import de.amtsbote.gateway.message.TimelineEntry;
import de.amtsbote.gateway.message.TimelineEvent;
import de.amtsbote.gateway.message.TransmissionKind;
import de.amtsbote.gateway.message.WorkQueue;
import de.amtsbote.gateway.message.gate.Gate;
import de.amtsbote.gateway.message.gate.Gates;
import de.amtsbote.gateway.message.gate.TestGates;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;

class WorkEngineTest {

  private static final String STILL_PICKED =
      "select count(*) from scheduled_tasks where picked_by = 'dead'";

  private static final String RESCHEDULED =
      "select count(*) from scheduled_tasks where not picked and execution_time > ?";

  @TempDir Path spool;
  MessageKit kit;
  WorkEngine engine;
  Scheduler scheduler;
  final AtomicReference<MessageWork> work = new AtomicReference<>();
  final AtomicInteger runs = new AtomicInteger();

  @BeforeEach
  void start() {
    var wakeUp = new AtomicReference<Runnable>(() -> {});
    kit = new MessageKit(spool, (id, due) -> queue(wakeUp).schedule(id, due));
    scheduler = newScheduler();
    wakeUp.set(scheduler::triggerCheckForDueExecutions);
    engine = new WorkEngine(List.of(scheduler), true);
    engine.start();
  }

  @AfterEach
  void stop() {
    engine.stop();
  }

  @Test
  void storedMessage_isWorkedOn() throws IOException {
    work.set(
        message -> {
          kit.store.advance(message.id(), MessageState.DELIVERED, Note.SYSTEM);
        });

    var id = kit.accept("<a/>").id();

    awaitState(id, MessageState.DELIVERED);
    awaitNoWork();
  }

  @Test
  void senderError_rejectsAtOnce() throws IOException {
    work.set(failWith(ErrorCode.PAYLOAD_INVALID));

    var id = kit.accept("<a/>").id();

    awaitState(id, MessageState.REJECTED);
    awaitNoWork();
    assertThat(runs).hasValue(1);
    assertThat(kit.store.get(id).reason().code()).isEqualTo(ErrorCode.PAYLOAD_INVALID);
  }

  @Test
  void senderErrorAfterAHandOver_parksBecauseAReceiverHasTheMessage() throws IOException {
    work.set(
        message -> {
          var first = kit.transmissions.open(message.id(), TransmissionKind.DELIVERY, "archiv");
          kit.transmissions.delivered(first.id());
          throw new GatewayException(ErrorCode.READER_UNKNOWN, "nobody");
        });

    var id = kit.accept("<a/>").id();

    awaitState(id, MessageState.PARKED);
    assertThat(kit.store.get(id).reason().code()).isEqualTo(ErrorCode.READER_UNKNOWN);
  }

  @Test
  void messageOfNoMoreUse_expires() throws IOException {
    work.set(failWith(ErrorCode.OBSOLETE));

    var id = kit.accept("<a/>").id();

    awaitState(id, MessageState.EXPIRED);
    awaitNoWork();
    assertThat(kit.store.get(id).reason().code()).isEqualTo(ErrorCode.OBSOLETE);
  }

  @Test
  void messageOfNoMoreUseThatOneReceiverHas_parks() throws IOException {
    work.set(
        message -> {
          var first = kit.transmissions.open(message.id(), TransmissionKind.DELIVERY, "archiv");
          kit.transmissions.delivered(first.id());
          throw new GatewayException(ErrorCode.OBSOLETE, "yesterday");
        });

    var id = kit.accept("<a/>").id();

    awaitState(id, MessageState.PARKED);
  }

  @Test
  void operatorError_parksAtOnce() throws IOException {
    work.set(failWith(ErrorCode.ROUTE_MISSING));

    var id = kit.accept("<a/>").id();

    awaitState(id, MessageState.PARKED);
    assertThat(runs).hasValue(1);
  }

  @Test
  void transientError_isTriedAgainUntilItWorks() throws IOException {
    work.set(
        message -> {
          if (message.attempts() < 2) {
            throw new GatewayException(ErrorCode.OSCI_UNREACHABLE, "refused");
          }
          kit.store.advance(message.id(), MessageState.DELIVERED, Note.SYSTEM);
        });

    var id = kit.accept("<a/>").id();
    awaitAttempts(id, 1);
    kit.clock.advance(Duration.ofSeconds(10));
    awaitAttempts(id, 2);
    kit.clock.advance(Duration.ofSeconds(10));

    awaitState(id, MessageState.DELIVERED);
    assertThat(kit.store.timeline(id))
        .extracting(TimelineEntry::event)
        .containsExactly(
            TimelineEvent.RECEIVED,
            TimelineEvent.ATTEMPT_FAILED,
            TimelineEvent.ATTEMPT_FAILED,
            TimelineEvent.DELIVERED);
  }

  @Test
  void transientErrorBeyondTheBudget_parksWithTheLastError() throws IOException {
    work.set(failWith(ErrorCode.DELIVERY_UNAVAILABLE));

    var id = kit.accept("<a/>").id();
    awaitAttempts(id, 1);
    kit.clock.advance(TestWork.BUDGET);

    awaitState(id, MessageState.PARKED);
    var reason = kit.store.get(id).reason();
    assertThat(reason.code()).isEqualTo(ErrorCode.BUDGET_USED_UP);
    assertThat(reason.details()).contains("AB-5001");
  }

  @Test
  void unforeseenError_isTriedAgain() throws IOException {
    work.set(
        message -> {
          throw new IllegalStateException("secret of Erika Mustermann");
        });

    var id = kit.accept("<a/>").id();

    awaitAttempts(id, 1);
    var entry = kit.store.timeline(id).get(1);
    assertThat(entry.code()).isEqualTo("AB-9001");
    assertThat(entry.details().toString()).doesNotContain("Mustermann");
  }

  @Test
  void waiting_usesUpNoAttempt() throws IOException {
    kit.jdbc.update(
        "insert into pause values ('stadt', 'delivery:amt', 'move', 'operator:meier', now())");
    var gates = TestGates.on(kit.jdbc, kit.clock);
    work.set(message -> gates.requireNotPaused(message.tenant(), "delivery:amt"));

    var id = kit.accept("<a/>").id();
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> runs.get() == 1 && count(RESCHEDULED, kit.clock.instant()) == 1);
    kit.clock.advance(Duration.ofMinutes(30));

    await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertThat(runs).hasValue(2));
    assertThat(kit.store.get(id).attempts()).isZero();
  }

  @Test
  void heldBackMessage_usesUpNoAttemptAndTellsWhatItWaitsFor() throws IOException {
    var pauses = new AtomicReference<>(Gate.route("ummeldung"));
    work.set(
        message -> {
          gates().requireNotPaused("stadt", pauses.get());
        });
    kit.jdbc.update(
        "insert into pause values ('stadt', 'route:ummeldung', 'move', 'operator:meier', now())");

    var id = kit.accept("<a/>").id();

    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> kit.store.get(id).waiting() != null && runs.get() == 1);
    var message = kit.store.get(id);
    assertThat(message.waiting().gate()).isEqualTo("route:ummeldung@stadt");
    assertThat(message.attempts()).isZero();
    assertThat(kit.attempts.of(id)).isEmpty();
  }

  @Test
  void everyRun_leavesAnAttempt() throws IOException {
    work.set(failWith(ErrorCode.ROUTE_MISSING));

    var id = kit.accept("<a/>").id();

    awaitState(id, MessageState.PARKED);
    awaitNoWork();
    assertThat(kit.attempts.of(id))
        .singleElement()
        .satisfies(
            attempt -> {
              assertThat(attempt.result()).isEqualTo(AttemptResult.PARKED);
              assertThat(attempt.code()).isEqualTo("AB-3003");
              assertThat(attempt.incident()).isEqualTo(kit.store.get(id).reason().incident());
              assertThat(attempt.endedAt()).isNotNull();
            });
  }

  @Test
  void attemptOfADeadNode_standsInTheTimeline() throws IOException {
    engine.stop();
    var id = kit.accept("<a/>").id();
    kit.attempts.begin(id);
    work.set(message -> {});

    engine = new WorkEngine(List.of(newScheduler()), true);
    engine.start();

    awaitNoWork();
    assertThat(kit.store.timeline(id).get(1).event()).isEqualTo(TimelineEvent.ABANDONED);
    assertThat(kit.attempts.of(id))
        .extracting(Attempt::result)
        .containsExactly(AttemptResult.ABANDONED, AttemptResult.DONE);
  }

  @Test
  void messageWhoseNodesAlwaysDie_isParked() throws IOException {
    engine.stop();
    var id = kit.accept("<a/>").id();
    for (var number = 0; number < 20; number++) {
      kit.attempts.begin(id);
    }
    work.set(message -> {});

    engine = new WorkEngine(List.of(newScheduler()), true);
    engine.start();

    awaitState(id, MessageState.PARKED);
    assertThat(kit.store.get(id).reason().code()).isEqualTo(ErrorCode.ATTEMPT_ABANDONED);
    assertThat(runs).hasValue(0);
  }

  @Test
  void repeatedMessage_isWorkedOnAgain() throws IOException {
    work.set(failWith(ErrorCode.ROUTE_MISSING));
    var id = kit.accept("<a/>").id();
    awaitState(id, MessageState.PARKED);
    awaitNoWork();
    work.set(
        message -> {
          kit.store.advance(message.id(), MessageState.COMPLETED, Note.SYSTEM);
        });

    kit.store.repeat(id, Note.by("operator:meier", Map.of()));

    awaitState(id, MessageState.COMPLETED);
  }

  @Test
  void workOfADeadNode_isTakenOverAtTheSharedTime() throws IOException {
    engine.stop();
    var id = kit.accept("<a/>").id();
    kit.jdbc.update(
        "update scheduled_tasks set picked = true, picked_by = 'dead', last_heartbeat = ?",
        Timestamp.from(kit.clock.instant().minusSeconds(60)));
    work.set(
        message -> {
          kit.store.advance(message.id(), MessageState.DELIVERED, Note.SYSTEM);
        });

    engine = new WorkEngine(List.of(newScheduler()), true);
    engine.start();

    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> kit.jdbc.queryForObject(STILL_PICKED, Integer.class) == 0);
    // a clock that stands still also keeps the scheduler from looking again
    kit.clock.advance(Duration.ofSeconds(1));

    awaitState(id, MessageState.DELIVERED);
  }

  private Scheduler newScheduler() {
    var retries = new RetryPolicies(TestWork.settings(), new Random(1));
    MessageWork counted =
        message -> {
          runs.incrementAndGet();
          work.get().run(message);
        };
    var task =
        Tasks.custom(MessageTask.NAME, Void.class)
            .onFailureReschedule(FixedDelay.ofSeconds(1))
            .execute(
                new MessageTask(
                    kit.store, kit.attempts, kit.transmissions, () -> counted, retries, kit.clock));
    return PostgresSchedulers.messages(
        kit.source, task, TestWork.settings(), MessageKit.NODE, kit.clock);
  }

  private WorkQueue queue(AtomicReference<Runnable> wakeUp) {
    var client =
        SchedulerClient.Builder.create(new TransactionAwareDataSourceProxy(kit.source)).build();
    return new SchedulerWorkQueue(client, wakeUp.get());
  }

  private static MessageWork failWith(ErrorCode code) {
    return message -> {
      throw new GatewayException(code, "test");
    };
  }

  private void awaitState(MessageId id, MessageState state) {
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(() -> assertThat(kit.store.get(id).state()).isEqualTo(state));
  }

  /** The attempt failed and it is settled when the next one is due. */
  private void awaitAttempts(MessageId id, int attempts) {
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(
            () -> {
              assertThat(kit.store.get(id).attempts()).isEqualTo(attempts);
              assertThat(kit.store.get(id).nextDueAt()).isAfter(kit.clock.instant());
            });
  }

  private void awaitNoWork() {
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(() -> assertThat(kit.count("scheduled_tasks")).isZero());
  }

  private int count(String sql, Instant time) {
    return kit.jdbc.queryForObject(sql, Integer.class, Timestamp.from(time));
  }

  private Gates gates() {
    return TestGates.on(kit.jdbc, kit.clock);
  }
}
