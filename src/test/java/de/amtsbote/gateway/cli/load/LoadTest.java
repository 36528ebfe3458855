package de.amtsbote.gateway.cli.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.InputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoadTest {

  @TempDir Path folder;

  @Test
  void everyMessage_isFollowedToItsEnd() throws Exception {
    try (PaperGateway gateway = PaperGateway.open(false, number -> 202)) {
      LoadResult result = run(gateway, 100, 20, 8);

      assertThat(result.ends()).containsExactly(Map.entry("DELIVERED", 20L));
    }
  }

  @Test
  void stallOfTheGateway_countsForAllThatWaited() throws Exception {
    try (PaperGateway gateway = PaperGateway.open(false, LoadTest::firstTakesLong)) {
      LoadResult result = run(gateway, 100, 20, 1);

      assertThat(result.untilReceipt().millis(50)).isGreaterThan(300);
    }
  }

  @Test
  void turnedAway_isHandedInAgainUnderTheSameKey() throws Exception {
    try (PaperGateway gateway = PaperGateway.open(false, number -> number == 1 ? 503 : 202)) {
      LoadResult result = run(gateway, 100, 1, 8);

      assertThat(result.accepted()).isEqualTo(1);
      assertThat(gateway.keys()).hasSize(2).containsOnly(gateway.keys().get(0));
    }
  }

  @Test
  void service_isNamedWithEachMessage() throws Exception {
    try (PaperGateway gateway = PaperGateway.open(false, number -> 202)) {
      run(gateway, "bauvoranfrage", 100, 2, 8, () -> false);

      assertThat(gateway.services()).containsExactly("bauvoranfrage", "bauvoranfrage");
    }
  }

  @Test
  void refusedForGood_isCountedByItsCode() throws Exception {
    try (PaperGateway gateway = PaperGateway.open(false, number -> 422)) {
      LoadResult result = run(gateway, 100, 3, 8);

      assertThat(result.refused()).containsExactly(Map.entry("AB-0000", 3L));
    }
  }

  @Test
  void receiptWithoutMessage_isALoss() throws Exception {
    try (PaperGateway gateway = PaperGateway.open(true, number -> 202)) {
      LoadResult result = run(gateway, 100, 2, 8);

      assertThat(result.lost()).isEqualTo(2);
      assertThat(result.isComplete()).isFalse();
    }
  }

  @Test
  void enough_endsItSoonerAndNothingIsMissing() throws Exception {
    AtomicInteger asked = new AtomicInteger();
    try (PaperGateway gateway = PaperGateway.open(false, number -> 202)) {
      LoadResult result = run(gateway, 100, 1000, 8, () -> asked.incrementAndGet() > 3);

      assertThat(result.accepted()).isEqualTo(3);
      assertThat(result.isComplete()).isTrue();
    }
  }

  @Test
  void endOfInput_isNoticed() {
    EndOfInput input = new EndOfInput(InputStream.nullInputStream());

    await().atMost(Duration.ofSeconds(60)).until(input::getAsBoolean);
  }

  private LoadResult run(PaperGateway gateway, double rate, int count, int concurrency)
      throws Exception {
    return run(gateway, rate, count, concurrency, () -> false);
  }

  private LoadResult run(
      PaperGateway gateway, double rate, int count, int concurrency, BooleanSupplier enough)
      throws Exception {
    return run(gateway, null, rate, count, concurrency, enough);
  }

  private LoadResult run(
      PaperGateway gateway,
      String service,
      double rate,
      int count,
      int concurrency,
      BooleanSupplier enough)
      throws Exception {
    Letters letters = Letters.ofTheDemoStandard(folder, Clock.systemUTC(), 0);
    LoadPlan plan =
        new LoadPlan(
            List.of(gateway.address()),
            "token",
            service,
            rate,
            count,
            concurrency,
            true,
            Duration.ofSeconds(2),
            enough);
    return new Load(plan, letters, List.of()).run();
  }

  private static int firstTakesLong(int number) throws InterruptedException {
    if (number == 1 && new CountDownLatch(1).await(500, TimeUnit.MILLISECONDS)) {
      return 500;
    }
    return 202;
  }
}
