package de.amtsbote.gateway.message.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import de.amtsbote.gateway.TestDatabase;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;

class DatabaseClockTest {

  private static final String MESSAGES = "scheduled_tasks";
  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

  private final DataSource source = TestDatabase.fresh();
  private final AtomicLong ticks = new AtomicLong();
  private final SettableTime time = new SettableTime(source);
  private final DatabaseClock clock = new DatabaseClock(time, ticks::get);

  @Test
  void clock_showsTheTimeOfTheDatabase() {
    var real = new SharedTimeStore(new JdbcTemplate(source));

    assertThat(new DatabaseClock(real, System::nanoTime).instant())
        .isCloseTo(real.now(), within(1, ChronoUnit.SECONDS));
  }

  @Test
  void betweenTwoLooks_theCounterGoesOn() {
    ticks.addAndGet(Duration.ofSeconds(7).toNanos());

    assertThat(clock.instant()).isEqualTo(NOON.plusSeconds(7));
  }

  @Test
  void clockInAZone_showsTheSameInstant() {
    assertThat(clock.withZone(ZoneId.of("Europe/Berlin")).instant()).isEqualTo(NOON);
  }

  @Test
  void databaseThatWasSetBack_isFollowed() {
    time.now = NOON.minus(Duration.ofHours(2));
    clock.set();

    assertThat(clock.instant()).isEqualTo(NOON.minus(Duration.ofHours(2)));
  }

  @ParameterizedTest
  @ValueSource(strings = {MESSAGES, "recurring_job"})
  void databaseThatWasSetBack_putsNoWorkOff(String table) {
    plan(table, NOON.plusSeconds(30));
    time.now = NOON.minus(Duration.ofHours(2));

    clock.set();

    assertThat(planned(table)).isEqualTo(time.now.plusSeconds(30));
  }

  /** A day too late else, where its clock was a day too early. */
  @Test
  void databaseThatWasSetBack_keepsNoDestinationShut() {
    var jdbc = new JdbcTemplate(source);
    var soon = Timestamp.from(NOON.plusSeconds(30));
    jdbc.update(
        """
        insert into circuit (destination, state, failures, probe_at, probe_until, changed_at)
        values ('delivery:amt', 'OPEN', 5, ?, ?, ?)""",
        soon,
        soon,
        soon);
    jdbc.update(
        "insert into gate_slot values ('delivery:amt', 1, gen_random_uuid(), 'dead', ?)", soon);
    jdbc.update(
        "insert into webhook_circuit values ('stadt', 'portal', 1, ?, ?, 'AB-5201')", soon, soon);
    time.now = NOON.minus(Duration.ofDays(1));

    clock.set();

    var expected = Timestamp.from(time.now.plusSeconds(30));
    assertThat(
            jdbc.queryForList(
                """
                select probe_at from circuit union all select probe_until from circuit
                union all select until from gate_slot union all select next_at from webhook_circuit""",
                Timestamp.class))
        .hasSize(4)
        .containsOnly(expected);
  }

  @Test
  void smallCorrection_leavesThePlanAlone() {
    plan(NOON.plusSeconds(30));
    time.now = NOON.minusSeconds(2);

    clock.set();

    assertThat(planned()).isEqualTo(NOON.plusSeconds(30));
  }

  @Test
  void answerThatTookLong_isNotUsed() {
    plan(NOON.plusSeconds(90));
    time.takes = Duration.ofSeconds(60);

    clock.set();

    assertThat(clock.instant()).isEqualTo(NOON.plusSeconds(60));
    assertThat(planned()).isEqualTo(NOON.plusSeconds(90));
  }

  @Test
  void firstAnswerThatTookLong_isAskedForAgain() {
    time.takes = Duration.ofSeconds(10);

    var second = new DatabaseClock(time, ticks::get);

    assertThat(second.instant()).isEqualTo(NOON.plusSeconds(10));
  }

  private void plan(Instant due) {
    plan(MESSAGES, due);
  }

  private void plan(String table, Instant due) {
    SchedulerClient.Builder.create(source)
        .tableName(table)
        .build()
        .scheduleIfNotExists(new TaskInstance<>("message", "1"), due);
  }

  private Instant planned() {
    return planned(MESSAGES);
  }

  private Instant planned(String table) {
    return new JdbcTemplate(source)
        .queryForObject("select execution_time from " + table, OffsetDateTime.class)
        .toInstant();
  }

  /** The database with a clock that the test sets. */
  private final class SettableTime extends SharedTimeStore {

    private Instant now = NOON;
    private Duration takes = Duration.ZERO;

    SettableTime(DataSource source) {
      super(new JdbcTemplate(source));
    }

    @Override
    Instant now() {
      now = now.plus(takes);
      ticks.addAndGet(takes.toNanos());
      takes = Duration.ZERO;
      return now;
    }
  }
}
