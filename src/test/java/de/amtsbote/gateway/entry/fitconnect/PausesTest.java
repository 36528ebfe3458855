package de.amtsbote.gateway.entry.fitconnect;

import static org.assertj.core.api.Assertions.assertThat;

import de.amtsbote.gateway.TestClock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PausesTest {

  private static final UUID SUBMISSION = UUID.randomUUID();
  private static final Duration FIRST = Duration.ofSeconds(10);

  private final TestClock clock = new TestClock(Instant.parse("2026-01-01T00:00:00Z"));
  private final Pauses pauses = new Pauses(clock, FIRST);

  @Test
  void pause_ends() {
    pauses.add(SUBMISSION);
    assertThat(pauses.has(SUBMISSION)).isTrue();

    clock.advance(FIRST);

    assertThat(pauses.has(SUBMISSION)).isFalse();
  }

  @Test
  void everyPause_isTwiceAsLongAsTheOneBefore() {
    pauses.add(SUBMISSION);

    assertThat(pauses.add(SUBMISSION)).isEqualTo(FIRST.multipliedBy(2));
    assertThat(pauses.add(SUBMISSION)).isEqualTo(FIRST.multipliedBy(4));
  }

  @Test
  void noPause_isLongerThanAQuarterOfAnHour() {
    for (var i = 0; i < 100; i++) {
      pauses.add(SUBMISSION);
    }

    assertThat(pauses.add(SUBMISSION)).isEqualTo(Duration.ofMinutes(15));
  }

  @Test
  void submissionThatWentWell_beginsAnew() {
    pauses.add(SUBMISSION);

    pauses.forget(SUBMISSION);

    assertThat(pauses.has(SUBMISSION)).isFalse();
    assertThat(pauses.add(SUBMISSION)).isEqualTo(FIRST);
  }
}
