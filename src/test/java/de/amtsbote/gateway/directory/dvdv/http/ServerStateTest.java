package de.amtsbote.gateway.directory.dvdv.http;

import static org.assertj.core.api.Assertions.assertThat;

import de.amtsbote.osci.testpki.TestPki;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ServerStateTest {

  private static final Duration FIRST = Duration.ofSeconds(10);

  private final ServerState state = new ServerState(3, FIRST, Duration.ofMinutes(5));

  @Test
  void manyThatFailTogether_leaveTheServerAloneForTheFirstPauseOnly() {
    for (var i = 0; i < 30; i++) {
      state.failed(TestPki.NOW);
    }

    assertThat(state.enter(TestPki.NOW.plus(FIRST).minusMillis(1))).isFalse();
    assertThat(state.enter(TestPki.NOW.plus(FIRST))).isTrue();
  }

  @Test
  void serverThatFailsAgain_isLeftAloneForLonger() {
    for (var i = 0; i < 3; i++) {
      state.failed(TestPki.NOW);
    }
    var later = TestPki.NOW.plus(FIRST);
    assertThat(state.enter(later)).isTrue();
    state.failed(later);

    assertThat(state.enter(later.plus(FIRST))).isFalse();
    assertThat(state.enter(later.plus(FIRST.multipliedBy(2)))).isTrue();
  }
}
