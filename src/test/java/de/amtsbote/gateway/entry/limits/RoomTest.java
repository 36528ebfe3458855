package de.amtsbote.gateway.entry.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.amtsbote.gateway.message.ErrorCode;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RoomTest {

  @TempDir Path folder;

  @Test
  void bodyThatFits_isTaken() {
    try (var permit = room(0).take(1000)) {
      assertThat(permit).isNotNull();
    }
  }

  @Test
  void bodyLargerThanTheDisk_isRefused() {
    var room = room(0);

    assertThatThrownBy(() -> room.take(room.free()))
        .extracting("code")
        .isEqualTo(ErrorCode.STORAGE_FULL);
  }

  @Test
  void diskThatIsNearlyFull_takesNothing() {
    var room = room(Long.MAX_VALUE / 2);

    assertThatThrownBy(() -> room.take(-1)).extracting("code").isEqualTo(ErrorCode.STORAGE_FULL);
    assertThat(room.isEnough()).isFalse();
  }

  /** A third is taken twice, once for the spool and once for the database. */
  @Test
  void bodiesThatAreStillComing_countAsUsed() {
    var room = room(0);
    var third = room.free() / 3;

    try (var first = room.take(third)) {
      assertThat(first).isNotNull();
      assertThatThrownBy(() -> room.take(third))
          .extracting("code")
          .isEqualTo(ErrorCode.STORAGE_FULL);
    }
    try (var later = room.take(third)) {
      assertThat(later).isNotNull();
    }
  }

  @Test
  void folderThatIsStillToBeMade_isMeasuredByItsParent() {
    assertThat(new Room(List.of(folder.resolve("a/b")), 0).free())
        .isPositive()
        .isLessThan(Long.MAX_VALUE);
  }

  private Room room(long reserve) {
    return new Room(List.of(folder), reserve);
  }
}
