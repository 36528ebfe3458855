package de.amtsbote.gateway.directory.dvdv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import de.amtsbote.gateway.TestClock;
import de.amtsbote.gateway.directory.dvdv.AnswerCache.Lasting;
import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.GatewayException;
import de.amtsbote.osci.testpki.TestPki;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class AnswerCacheTest {

  private static final Duration FRESH = Duration.ofMinutes(10);
  private static final Duration STALE = Duration.ofHours(24);

  private final TestClock clock = new TestClock(TestPki.NOW);
  private final AnswerCache<String, String> cache = new AnswerCache<>(2, STALE, clock);
  private final AtomicInteger asked = new AtomicInteger();

  @Test
  void answer_isKeptForItsTime() {
    ask("a", Instant.MAX);
    clock.advance(FRESH.minusSeconds(1));

    assertThat(ask("a", Instant.MAX).value()).isEqualTo("answer 1");
  }

  @Test
  void answer_isAskedForAgainAfterItsTime() {
    ask("a", Instant.MAX);
    clock.advance(FRESH);

    assertThat(ask("a", Instant.MAX).value()).isEqualTo("answer 2");
  }

  @Test
  void answer_endsEarlierWithWhatItTellsOf() {
    ask("a", clock.instant().plusSeconds(60));
    clock.advance(Duration.ofSeconds(60));

    assertThat(ask("a", Instant.MAX).value()).isEqualTo("answer 2");
  }

  @Test
  void oldAnswer_servesWhileEveryServerIsDown() {
    ask("a", Instant.MAX);
    clock.advance(FRESH.plus(STALE).minusSeconds(1));

    var kept = cache.get("a", down(ErrorCode.DIRECTORY_UNAVAILABLE));

    assertThat(kept.value()).isEqualTo("answer 1");
    assertThat(kept.stale()).isTrue();
    assertThat(kept.at()).isEqualTo(TestPki.NOW);
  }

  @Test
  void oldAnswer_servesForItsLongestTimeOnly() {
    ask("a", Instant.MAX);
    clock.advance(FRESH.plus(STALE));

    assertFails(ErrorCode.DIRECTORY_UNAVAILABLE);
  }

  @Test
  void oldAnswer_neverServesBeyondTheEndOfWhatItTellsOf() {
    ask("a", clock.instant().plus(FRESH).plusSeconds(60));
    clock.advance(FRESH.plusSeconds(60));

    assertFails(ErrorCode.DIRECTORY_UNAVAILABLE);
  }

  @Test
  void oldAnswer_doesNotServeWhenTheGatewayIsNotLetIn() {
    ask("a", Instant.MAX);
    clock.advance(FRESH);

    assertFails(ErrorCode.DIRECTORY_REFUSED);
  }

  @Test
  void oldAnswerThatThereIsNothing_neverServesWhileEveryServerIsDown() {
    cache.get("a", () -> new Lasting<>("nothing", FRESH, Instant.MAX, false));
    clock.advance(FRESH);

    assertFails(ErrorCode.DIRECTORY_UNAVAILABLE);
  }

  @Test
  void doubtedAnswer_isAskedForAgain() {
    ask("a", Instant.MAX);
    clock.advance(AnswerCache.BETWEEN_DOUBTS);

    cache.doubt("a");

    assertThat(ask("a", Instant.MAX).value()).isEqualTo("answer 2");
  }

  @Test
  void doubtedAnswer_servesUntilThereIsANewOne() {
    ask("a", Instant.MAX);
    clock.advance(AnswerCache.BETWEEN_DOUBTS);
    cache.doubt("a");

    var kept = cache.get("a", down(ErrorCode.DIRECTORY_UNAVAILABLE));

    assertThat(kept.value()).isEqualTo("answer 1");
    assertThat(kept.stale()).isFalse();
  }

  @Test
  void doubtedAnswer_servesForItsTimeWhenTheGatewayIsNotLetIn() {
    ask("a", Instant.MAX);
    clock.advance(AnswerCache.BETWEEN_DOUBTS);
    cache.doubt("a");

    assertThat(cache.get("a", down(ErrorCode.DIRECTORY_REFUSED)).value()).isEqualTo("answer 1");
  }

  @Test
  void answerThatManyDoubt_isAskedForOnceInAWhile() {
    ask("a", Instant.MAX);
    for (var i = 0; i < 100; i++) {
      clock.advance(Duration.ofMillis(100));
      cache.doubt("a");
      ask("a", Instant.MAX);
    }

    assertThat(asked).hasValue(3);
  }

  @Test
  void answerThatIsDoubtedInVain_isNotAskedForAtOnceAgain() {
    ask("a", Instant.MAX);
    clock.advance(AnswerCache.BETWEEN_DOUBTS);
    cache.doubt("a");
    cache.get("a", down(ErrorCode.DIRECTORY_UNAVAILABLE));

    cache.doubt("a");

    assertThat(ask("a", Instant.MAX).value()).isEqualTo("answer 1");
  }

  @Test
  void oldestAnswer_goesWhenThereAreTooMany() {
    ask("a", Instant.MAX);
    ask("b", Instant.MAX);
    ask("c", Instant.MAX);

    assertThat(cache.values()).containsExactly("answer 2", "answer 3");
  }

  @Test
  void manyWhoAskAtOnce_makeOneQuestion() throws Exception {
    var begun = new CountDownLatch(1);
    var goOn = new CountDownLatch(1);
    var first =
        CompletableFuture.supplyAsync(
            () ->
                cache.get(
                    "a",
                    () -> {
                      begun.countDown();
                      awaitQuietly(goOn);
                      return answer(Instant.MAX);
                    }));
    assertThat(begun.await(60, TimeUnit.SECONDS)).isTrue();
    var second = CompletableFuture.supplyAsync(() -> ask("a", Instant.MAX));
    assertThat(second).isNotDone();

    goOn.countDown();

    await().atMost(Duration.ofSeconds(60)).until(second::isDone);
    assertThat(second.get().value()).isEqualTo(first.get().value());
    assertThat(asked).hasValue(1);
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await(10, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void assertFails(ErrorCode code) {
    assertThatThrownBy(() -> cache.get("a", down(code)))
        .isInstanceOfSatisfying(
            GatewayException.class, it -> assertThat(it.code()).isEqualTo(code));
  }

  private Kept<String> ask(String key, Instant end) {
    return cache.get(key, () -> answer(end));
  }

  private Lasting<String> answer(Instant end) {
    return new Lasting<>("answer " + asked.incrementAndGet(), FRESH, end, true);
  }

  private static Supplier<Lasting<String>> down(ErrorCode code) {
    return () -> {
      throw new GatewayException(code, "down");
    };
  }
}
