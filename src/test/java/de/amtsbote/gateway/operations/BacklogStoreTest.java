package de.amtsbote.gateway.operations;

import static org.assertj.core.api.Assertions.assertThat;

import de.amtsbote.gateway.TestClock;
import de.amtsbote.gateway.TestDatabase;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

class BacklogStoreTest {

  private final TestClock clock = new TestClock(Instant.parse("2026-11-23T12:00:00Z"));
  private final JdbcTemplate jdbc = new JdbcTemplate(TestDatabase.fresh());
  private final BacklogStore store = new BacklogStore(jdbc, clock);

  @Test
  void emptyDatabase_hasNoBacklog() {
    assertThat(store.read()).isEqualTo(new Backlog(0, 0, Duration.ZERO));
  }

  @Test
  void openAndParkedMessages_areCountedApart() {
    message("RECEIVED");
    message("SENT");
    message("PARKED");
    message("COMPLETED");

    assertThat(store.read()).isEqualTo(new Backlog(2, 1, Duration.ZERO));
  }

  @Test
  void workThatIsDue_getsOlder() {
    work(clock.instant());

    clock.advance(Duration.ofMinutes(7));

    assertThat(store.read().overdue()).isEqualTo(Duration.ofMinutes(7));
  }

  @Test
  void workThatWaitsForItsTime_isNotOverdue() {
    work(clock.instant().plusSeconds(60));

    assertThat(store.read().overdue()).isZero();
  }

  private void message(String state) {
    jdbc.update(
        """
        insert into message (id, tenant, entry_kind, entry_account, state, received_at, updated_at)
        values (gen_random_uuid(), 't', 'REST', 'a', ?, now(), now())""",
        state);
  }

  private void work(Instant due) {
    jdbc.update(
        """
        insert into scheduled_tasks (task_name, task_instance, execution_time, picked, version)
        values ('message', '1', ?, false, 1)""",
        Timestamp.from(due));
  }
}
