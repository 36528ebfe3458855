package de.amtsbote.gateway.message.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import de.amtsbote.gateway.message.MessageId;
import de.amtsbote.gateway.message.MessageKit;
import de.amtsbote.gateway.message.MessageState;
import de.amtsbote.gateway.message.Note;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;

/** Two nodes, one database, many messages. */
class SharedWorkTest {

  private static final int MESSAGES = 60;

  @TempDir Path spool;
  private MessageKit kit;
  private final Map<MessageId, List<String>> workers = new ConcurrentHashMap<>();
  private final List<Scheduler> nodes = new ArrayList<>();

  @BeforeEach
  void prepare() throws IOException {
    kit = new MessageKit(spool, (id, due) -> queue().schedule(id, due));
    nodes.add(node("one"));
    nodes.add(node("two"));
    for (var i = 0; i < MESSAGES; i++) {
      kit.accept("<a n='" + i + "'/>");
    }
    nodes.forEach(Scheduler::start);
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> kit.count("scheduled_tasks"), left -> left == 0);
  }

  @AfterEach
  void stop() {
    nodes.forEach(Scheduler::stop);
  }

  @Test
  void eachMessage_isWorkedOnOnce() {
    assertThat(workers).hasSize(MESSAGES);
    assertThat(workers.values()).allSatisfy(names -> assertThat(names).hasSize(1));
  }

  @Test
  void bothNodes_haveTheirShare() {
    assertThat(workers.values().stream().flatMap(List::stream)).contains("one", "two");
  }

  private Scheduler node(String name) {
    MessageWork work =
        message -> {
          workers.computeIfAbsent(message.id(), id -> new ArrayList<>()).add(name);
          takeSomeTime();
          kit.store.advance(message.id(), MessageState.DELIVERED, Note.SYSTEM);
          return WorkOutcome.DONE;
        };
    var retries =
        new RetryPolicy(
            Duration.ofSeconds(2), Duration.ofMinutes(5), Duration.ofHours(1), new Random(1));
    var task =
        Tasks.custom(MessageTask.NAME, Void.class)
            .onFailureReschedule(FixedDelay.ofSeconds(1))
            .execute(new MessageTask(kit.store, () -> work, retries, kit.clock));
    return Scheduler.create(new TransactionAwareDataSourceProxy(kit.source), List.of(task))
        .schedulerName(new SchedulerName.Fixed(name))
        .threads(2)
        .pollingInterval(Duration.ofMillis(50))
        .pollUsingLockAndFetch(1.0, 2.0)
        .clock(kit.clock::instant)
        .build();
  }

  private SchedulerWorkQueue queue() {
    var client =
        SchedulerClient.Builder.create(new TransactionAwareDataSourceProxy(kit.source)).build();
    return new SchedulerWorkQueue(client, () -> {});
  }

  private static void takeSomeTime() {
    try {
      if (new CountDownLatch(1).await(10, TimeUnit.MILLISECONDS)) {
        throw new IllegalStateException("nobody counts down");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
