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
      assertThat(room.take(10_000, Duration.ZERO)).isPresent();
    }
    assertThat(room.take(10_000, Duration.ZERO)).isEmpty();
  }

  @Test
  void largeMessage_waitsUntilTheOneBeforeIsDone() {
    var first = room.take(5 * MIB, Duration.ZERO).orElseThrow();

    assertThat(room.take(5 * MIB, Duration.ofMillis(1))).isEmpty();
    first.release();
    assertThat(room.take(5 * MIB, Duration.ZERO)).isPresent();
  }

  @Test
  void messageThatIsLargerThanAllRoom_isTakenAlone() {
    var alone = room.take(500 * MIB, Duration.ZERO).orElseThrow();

    assertThat(room.take(1, Duration.ZERO)).isEmpty();
    alone.release();
    assertThat(room.take(1, Duration.ZERO)).isPresent();
  }

  @Test
  void treeThatTwoHold_hasItsRoomUntilTheLastOneIsDone() {
    var share = room.take(500 * MIB, Duration.ZERO).orElseThrow();
    share.hold();

    share.release();
    assertThat(room.take(1, Duration.ZERO)).isEmpty();
    share.release();
    assertThat(room.take(1, Duration.ZERO)).isPresent();
  }
}
