package de.amtsbote.gateway.message.work;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import de.amtsbote.gateway.TestDatabase;
import de.amtsbote.gateway.message.MessageId;
import de.amtsbote.gateway.message.MessageKit;
import de.amtsbote.gateway.message.gate.Slots;
import de.amtsbote.gateway.message.gate.TestGates;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;

class GateKeeperTest {

  private static final Duration FAR = Duration.ofDays(1);
  private static final String DUE =
      "select count(*) from scheduled_tasks where execution_time <= ?";

  @TempDir Path spool;
  final AtomicInteger wakeUps = new AtomicInteger();
  MessageKit kit;
  SchedulerWorkQueue queue;
  Slots slots;
  GateKeeper keeper;

  @BeforeEach
  void open() {
    DataSource source = TestDatabase.fresh();
    var client =
        SchedulerClient.Builder.create(new TransactionAwareDataSourceProxy(source)).build();
    queue = new SchedulerWorkQueue(client, () -> {});
    kit = new MessageKit(source, spool, (id, due) -> queue.schedule(id, due.plus(FAR)));
    slots = TestGates.slots(kit.jdbc, kit.clock);
    keeper =
        new GateKeeper(new WaitingStore(kit.jdbc, kit.clock), slots, 3, wakeUps::incrementAndGet);
  }

  @Test
  void openGate_wakesAFewInEachRound() throws IOException {
    waiting("delivery:bauamt", 7);

    keeper.round();
    assertThat(due()).isEqualTo(3);
    keeper.round();
    keeper.round();
    assertThat(due()).isEqualTo(7);
    keeper.round();
    assertThat(wakeUps).hasValue(3);
  }

  @Test
  void openCircuit_wakesNobodyBeforeItsTime() throws IOException {
    waiting("delivery:bauamt", 2);
    circuit("delivery:bauamt", Duration.ofSeconds(5));

    keeper.round();

    assertThat(due()).isZero();
  }

  @Test
  void circuitThatWantsAProbe_wakesOne() throws IOException {
    waiting("delivery:bauamt", 4);
    circuit("delivery:bauamt", Duration.ZERO);

    keeper.round();

    assertThat(due()).isEqualTo(1);
  }

  @Test
  void pausedTarget_wakesNobodyUntilItGoesOn() throws IOException {
    waiting("route:ummeldung@stadt", 2);
    kit.jdbc.update(
        "insert into pause values ('stadt', 'route:ummeldung', 'move', 'operator:meier', now())");

    keeper.round();
    assertThat(due()).isZero();

    kit.jdbc.update("delete from pause");
    keeper.round();
    assertThat(due()).isEqualTo(2);
  }

  @Test
  void messageStillBeingWorkedOn_isWokenInALaterRound() throws IOException {
    waiting("delivery:bauamt", 1);
    kit.jdbc.update("update scheduled_tasks set picked = true");
    keeper.round();

    kit.jdbc.update("update scheduled_tasks set picked = false");
    keeper.round();

    assertThat(due()).isEqualTo(1);
  }

  /** An operator holds the message and wants its work next: both would wait for each other. */
  @Test
  void messageThatSomebodyWrites_isWokenInALaterRound() throws IOException {
    waiting("delivery:bauamt", 1);
    kit.transaction.executeWithoutResult(
        status -> {
          kit.jdbc.queryForList("select id from message for update");
          assertThat(CompletableFuture.runAsync(keeper::round))
              .succeedsWithin(Duration.ofSeconds(60));
        });
    assertThat(due()).isZero();

    keeper.round();

    assertThat(due()).isEqualTo(1);
  }

  @Test
  void otherGates_areNotConcerned() throws IOException {
    waiting("delivery:bauamt", 1);
    waiting("delivery:meldeamt", 2);
    circuit("delivery:bauamt", Duration.ofSeconds(5));

    keeper.round();

    assertThat(due()).isEqualTo(2);
  }

  @Test
  void fullDestination_wakesAsManyAsFindAPlace() throws IOException {
    waiting("full:delivery:bauamt", 5);
    slots.limit("delivery:bauamt", 2);

    keeper.round();

    assertThat(due()).isEqualTo(2);
  }

  @Test
  void placeThatIsFree_wakesOne() throws IOException {
    waiting("full:delivery:bauamt", 5);

    keeper.freed("full:delivery:bauamt");

    assertThat(due()).isEqualTo(1);
    assertThat(wakeUps).hasValue(1);
  }

  @Test
  void limitThatIsGone_letsAllGoOn() throws IOException {
    waiting("full:delivery:bauamt", 2);

    keeper.round();

    assertThat(due()).isEqualTo(2);
  }

  private void waiting(String gate, int count) throws IOException {
    for (var number = 0; number < count; number++) {
      MessageId id = kit.accept("<a/>").id();
      kit.store.holdBack(id, gate);
    }
  }

  private void circuit(String destination, Duration probeIn) {
    kit.jdbc.update(
        """
        insert into circuit (destination, state, failures, probe_at, changed_at)
        values (?, 'OPEN', 3, ?, now())\
        """,
        destination,
        Timestamp.from(kit.clock.instant().plus(probeIn)));
  }

  private int due() {
    return kit.jdbc.queryForObject(DUE, Integer.class, Timestamp.from(kit.clock.instant()));
  }
}
