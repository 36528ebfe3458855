package de.amtsbote.gateway.message.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import de.amtsbote.gateway.TestDatabase;
import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.GatewayException;
import de.amtsbote.gateway.message.MessageId;
import java.sql.Connection;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** Work that an operator orders while a node may take it. */
class SchedulerWorkQueueTest {

  private static final Instant DUE = Instant.parse("2026-11-23T12:00:00Z");

  private final MessageId id = new MessageId(UUID.randomUUID());
  private DataSource source;
  private JdbcTemplate jdbc;
  private SchedulerWorkQueue queue;

  @BeforeEach
  void open() {
    source = TestDatabase.fresh();
    jdbc = new JdbcTemplate(source);
    queue = new SchedulerWorkQueue(SchedulerClient.Builder.create(source).build(), () -> {});
    queue.begin(id, DUE.plusSeconds(60));
  }

  @Test
  void workThatWaits_isPulledForward() {
    queue.schedule(id, DUE);

    assertThat(jdbc.queryForObject("select execution_time from scheduled_tasks", Timestamp.class))
        .isEqualTo(Timestamp.from(DUE));
  }

  @Test
  void workThatSomebodyDoes_isRefused() {
    jdbc.update("update scheduled_tasks set picked = true");

    assertThatThrownBy(() -> queue.schedule(id, DUE))
        .extracting("code")
        .isEqualTo(ErrorCode.MESSAGE_BUSY);
  }

  /** The run already under way would know nothing of the order. */
  @Test
  void workThatSomebodyTakesInThatMoment_isRefusedToo() throws Exception {
    var order = whileSomebodyTakesIt(() -> queue.schedule(id, DUE));

    assertThatThrownBy(order::join)
        .hasCauseInstanceOf(GatewayException.class)
        .hasMessageContaining(ErrorCode.MESSAGE_BUSY.code());
  }

  @Test
  void workThatSomebodyTakesInThatMoment_isNotWithdrawn() throws Exception {
    var withdrawn = new AtomicBoolean(true);

    whileSomebodyTakesIt(() -> withdrawn.set(queue.withdraw(id))).join();

    assertThat(withdrawn).isFalse();
    assertThat(jdbc.queryForObject("select count(*) from scheduled_tasks", Integer.class)).isOne();
  }

  private CompletableFuture<Void> whileSomebodyTakesIt(Runnable order) throws Exception {
    try (var node = source.getConnection()) {
      node.setAutoCommit(false);
      take(node);
      var given = CompletableFuture.runAsync(order);
      await().atMost(Duration.ofSeconds(20)).until(this::somebodyWaits);
      node.commit();
      return given;
    }
  }

  private static void take(Connection node) throws Exception {
    try (var statement = node.createStatement()) {
      statement.execute("update scheduled_tasks set picked = true, version = version + 1");
    }
  }

  private boolean somebodyWaits() {
    return jdbc.queryForObject(
        """
        select exists (select 1 from pg_stat_activity
          where datname = current_database() and wait_event_type = 'Lock')""",
        Boolean.class);
  }
}
