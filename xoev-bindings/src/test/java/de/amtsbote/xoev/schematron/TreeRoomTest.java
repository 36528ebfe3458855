package de.amtsbote.xoev.schematron;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class TreeRoomTest {

  private static final int MIB = 1 << 20;

  private final TreeRoom room = new TreeRoom(64 * MIB);

  @Test
  void smallMessages_haveRoomBesideEachOther() {
    for (int i = 0; i < 64; i++) {
      assertThat(room.take(10_000, Duration.ZERO)).isTrue();
    }
    assertThat(room.take(10_000, Duration.ZERO)).isFalse();
  }

  @Test
  void largeMessage_waitsUntilTheOneBeforeIsDone() {
    assertThat(room.take(5 * MIB, Duration.ZERO)).isTrue();

    assertThat(room.take(5 * MIB, Duration.ofMillis(1))).isFalse();
    room.giveBack(5 * MIB);
    assertThat(room.take(5 * MIB, Duration.ZERO)).isTrue();
  }

  @Test
  void messageThatIsLargerThanAllRoom_isTakenAlone() {
    assertThat(room.take(500 * MIB, Duration.ZERO)).isTrue();

    assertThat(room.take(1, Duration.ZERO)).isFalse();
    room.giveBack(500 * MIB);
    assertThat(room.take(1, Duration.ZERO)).isTrue();
  }
}
