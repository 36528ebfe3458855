package de.amtsbote.gateway.message.work;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.zaxxer.hikari.HikariDataSource;
import de.amtsbote.gateway.TestDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What it costs to claim and finish work when a thousand messages wait, and when a million do. Not
 * part of the build; docs/performance.md says how to run it.
 */
class BacklogBenchmark {

  private static final int FEW = 1_000;
  private static final int MANY = 1_000_000;
  private static final int MEASURED = 800;
  private static final int ROUNDS = 5;

  @Test
  void claim_costsNoMoreWhenAMillionWaits() throws Exception {
    var few = new Backlog(FEW);
    var many = new Backlog(MANY);
    var costsOfFew = new ArrayList<Double>();
    var costsOfMany = new ArrayList<Double>();
    // in turns, so that whatever else the machine does hits both
    for (var round = 0; round < ROUNDS; round++) {
      costsOfFew.add(few.claim());
      costsOfMany.add(many.claim());
    }
    var ratio = best(costsOfMany) / best(costsOfFew);
    System.out.printf(
        "claim and finish: %.3f ms with %,d waiting, %.3f ms with %,d waiting, ratio %.2f%n",
        best(costsOfFew), FEW, best(costsOfMany), MANY, ratio);
    assertThat(ratio).isPositive();
  }

  private static double best(List<Double> costs) {
    return costs.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
  }

  /** A database of its own in which so many messages wait and are due. */
  private static final class Backlog {

    private final HikariDataSource source = new HikariDataSource();
    private final JdbcTemplate jdbc;
    private final int size;

    Backlog(int size) {
      this.size = size;
      source.setJdbcUrl(TestDatabase.freshUrl());
      source.setMaximumPoolSize(4);
      jdbc = new JdbcTemplate(source);
      fill(size);
      jdbc.execute("vacuum analyze scheduled_tasks");
    }

    /** Milliseconds for each piece of work, from its claim to its end. */
    double claim() throws InterruptedException {
      fill(size - jdbc.queryForObject("select count(*) from scheduled_tasks", Integer.class));
      var left = new CountDownLatch(MEASURED);
      var task =
          Tasks.custom("message", Void.class)
              .execute(
                  (instance, context) -> {
                    left.countDown();
                    return (complete, operations) -> operations.remove();
                  });
      var scheduler =
          Scheduler.create(source, task)
              .threads(8)
              .schedulerName(new SchedulerName.Fixed("benchmark"))
              .pollUsingLockAndFetch(
                  PostgresSchedulers.CLAIM_AGAIN, PostgresSchedulers.MOST_CLAIMED)
              .pollingInterval(Duration.ofMillis(50))
              .build();
      var start = System.nanoTime();
      scheduler.start();
      left.await(2, TimeUnit.MINUTES);
      var took = System.nanoTime() - start;
      scheduler.stop();
      return took / 1e6 / MEASURED;
    }

    private void fill(int count) {
      jdbc.update(
          """
          insert into scheduled_tasks (task_name, task_instance, execution_time, picked, version)
          select 'message', gen_random_uuid()::text, now() - n * interval '1 millisecond', false, 1
          from generate_series(1, ?) n""",
          count);
    }
  }
}
