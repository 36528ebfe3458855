package de.amtsbote.gateway.message.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.kagkarlsson.scheduler.Scheduler;
import de.amtsbote.gateway.message.MessageKit;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkStopTest {

  @TempDir Path spool;

  @Test
  void schedulerThatDoesNotStop_keepsNoOtherFromBeingWaitedFor() {
    var ended = new AtomicInteger();
    var failed = new CompletableFuture<Void>();
    var both =
        new WorkEngine(
            List.of(
                stopping(
                    () -> {
                      failed.complete(null);
                      throw new IllegalStateException("test");
                    }),
                stopping(
                    () -> {
                      // ends after the other has failed
                      failed.join();
                      ended.incrementAndGet();
                    })),
            true);
    both.start();

    assertThatThrownBy(both::stop).hasRootCauseMessage("test");

    assertThat(ended).hasValue(1);
    assertThat(both.isRunning()).isFalse();
  }

  /** A scheduler whose threads end so. */
  private Scheduler stopping(Runnable end) {
    var threads =
        new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>()) {
          @Override
          public void shutdown() {
            super.shutdown();
            end.run();
          }
        };
    return Scheduler.create(new MessageKit(spool).source, List.of())
        .executorService(threads)
        .build();
  }
}
