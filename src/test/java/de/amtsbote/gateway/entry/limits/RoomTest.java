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
    try (var permit = room(0).take(1000, true)) {
      assertThat(permit).isNotNull();
    }
  }

  @Test
  void bodyLargerThanTheDisk_isRefused() {
    var room = room(0);

    assertThatThrownBy(() -> room.take(room.free(), true))
        .extracting("code")
        .isEqualTo(ErrorCode.STORAGE_FULL);
  }

  @Test
  void diskThatIsNearlyFull_takesNothing() {
    var room = room(Long.MAX_VALUE / 2);

    assertThatThrownBy(() -> room.take(-1, true))
        .extracting("code")
        .isEqualTo(ErrorCode.STORAGE_FULL);
    assertThat(room.isEnough()).isFalse();
  }

  /** A third is taken twice, once for the spool and once for the database. */
  @Test
  void bodiesThatAreStillComing_countAsUsed() {
    var room = room(0);
    var third = room.free() / 3;

    try (var first = room.take(third, true)) {
      assertThat(first).isNotNull();
      assertThatThrownBy(() -> room.take(third, true))
          .extracting("code")
          .isEqualTo(ErrorCode.STORAGE_FULL);
    }
    try (var later = room.take(third, true)) {
      assertThat(later).isNotNull();
    }
  }

  @Test
  void whatNobodyWeKnowAnnounces_isNotSetAside() {
    var room = room(0);
    var third = room.free() / 3;

    try (var first = room.take(third, false);
        var second = room.take(third, true)) {
      assertThat(first).isNotNull();
      assertThat(second).isNotNull();
    }
  }

  @Test
  void whatHasCome_countsWhoeverSendsIt() {
    var room = room(0);
    var half = room.free() / 2;

    try (var space = room.take(-1, false)) {
      space.came(half);
      assertThatThrownBy(() -> room.take(half, true))
          .extracting("code")
          .isEqualTo(ErrorCode.STORAGE_FULL);
      assertThatThrownBy(() -> space.came(2 * half + 1))
          .extracting("code")
          .isEqualTo(ErrorCode.STORAGE_FULL);
    }
    room.take(half - 1024 * 1024, true).close();
  }

  @Test
  void lengthThatIsNoNumberAnyMore_isRefused() {
    var room = room(0);

    assertThatThrownBy(() -> room.take(Long.MAX_VALUE / 2 + 1, true))
        .extracting("code")
        .isEqualTo(ErrorCode.STORAGE_FULL);
    room.take(1000, true).close();
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
