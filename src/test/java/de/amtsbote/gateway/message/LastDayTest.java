package de.amtsbote.gateway.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Hand-overs of messages whose author named a last day. */
class LastDayTest {

  @TempDir static Path spool;
  static MessageKit kit;

  @BeforeAll
  static void start() {
    kit = new MessageKit(spool);
    kit.clock.advance(Duration.ofHours(11));
  }

  @Test
  void handOverOnTheLastDay_begins() throws Exception {
    assertThat(kit.transmissions.sending(planned(EntryKind.XTA, "2026-11-24"))).isPresent();
  }

  @Test
  void handOverBehindTheLastDay_doesNotBegin() throws Exception {
    var late = planned(EntryKind.XTA, "2026-11-23");

    assertThatThrownBy(() -> kit.transmissions.sending(late))
        .isInstanceOfSatisfying(
            GatewayException.class, it -> assertThat(it.code()).isEqualTo(ErrorCode.OBSOLETE));
    assertThat(kit.transmissions.get(late).state()).isEqualTo(TransmissionState.PLANNED);
  }

  @Test
  void handOverOfAFetchedMessage_knowsNoLastDay() throws Exception {
    assertThat(kit.transmissions.sending(planned(EntryKind.XTA_MAILBOX, "2026-11-23"))).isPresent();
  }

  private static UUID planned(EntryKind entry, String lastDay) throws Exception {
    var message = LastDays.accept(kit, entry, lastDay);
    return kit.transmissions.open(message, TransmissionKind.DELIVERY, "bauamt").id();
  }
}
