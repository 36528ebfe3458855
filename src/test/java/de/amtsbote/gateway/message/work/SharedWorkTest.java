package de.amtsbote.gateway.message.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import de.amtsbote.gateway.message.Attempt;
import de.amtsbote.gateway.message.MessageId;
import de.amtsbote.gateway.message.MessageKit;
import de.amtsbote.gateway.message.MessageState;
import de.amtsbote.gateway.message.NodeName;
import de.amtsbote.gateway.message.Note;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;

/**
 * Two nodes, one database, many messages whose work takes longer than a dead node is waited for.
 */
class SharedWorkTest {

  private static final int MESSAGES = 8;
  private static final Duration WORK = Duration.ofSeconds(1);
  private static final Duration HEARTBEAT = Duration.ofMillis(300);

  private final Clock time = new RunningClock(MessageKit.NOON);
  private final List<Scheduler> nodes = new ArrayList<>();
  private final List<MessageId> ids = new ArrayList<>();

  @TempDir Path spool;
  private MessageKit kit;

  @BeforeEach
  void workOnAll() throws IOException {
    kit = new MessageKit(spool, (id, due) -> queue().schedule(id, due));
    for (var number = 0; number < MESSAGES; number++) {
      ids.add(kit.accept("<a n='" + number + "'/>").id());
    }
    nodes.add(node("one"));
    nodes.add(node("two"));
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
  void messages_areSharedAndEachIsWorkedOnOnce() {
    assertThat(ids).allSatisfy(id -> assertThat(kit.attempts.of(id)).hasSize(1));
    assertThat(shares()).containsOnlyKeys("one", "two");
    assertThat(shares().values())
        .allSatisfy(share -> assertThat(share).isGreaterThan(MESSAGES / 4));
  }

  private Map<String, Long> shares() {
    return ids.stream()
        .flatMap(id -> kit.attempts.of(id).stream())
        .collect(Collectors.groupingBy(Attempt::node, Collectors.counting()));
  }

  private Scheduler node(String name) {
    var node = new NodeName(name);
    var attempts = kit.attempts(node);
    MessageWork work =
        message -> {
          LockSupport.parkNanos(WORK.toNanos());
          kit.store.advance(message.id(), MessageState.DELIVERED, Note.SYSTEM);
        };
    var retries = new RetryPolicies(SETTINGS, new Random(1));
    var task =
        Tasks.custom(MessageTask.NAME, Void.class)
            .onFailureReschedule(FixedDelay.ofSeconds(1))
            .execute(
                new MessageTask(kit.store, attempts, kit.transmissions, () -> work, retries, time));
    return PostgresSchedulers.messages(kit.source, task, SETTINGS, node, time);
  }

  private SchedulerWorkQueue queue() {
    var client =
        SchedulerClient.Builder.create(new TransactionAwareDataSourceProxy(kit.source)).build();
    return new SchedulerWorkQueue(client, () -> {});
  }

  private static final WorkProperties SETTINGS =
      new WorkProperties(
          true,
          1,
          1,
          Duration.ofMillis(50),
          HEARTBEAT,
          Duration.ofSeconds(2),
          Duration.ofMinutes(5),
          Duration.ofHours(1),
          Map.of(),
          Map.of(),
          Duration.ofSeconds(10));
}
