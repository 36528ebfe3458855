package de.amtsbote.gateway.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReceiptStoreTest {

  @TempDir static Path spool;
  static MessageKit kit;

  @BeforeAll
  static void start() {
    kit = new MessageKit(spool);
  }

  @Test
  void receipt_isAskedForWhenItIsDue() throws IOException {
    var id = opened();
    kit.transmissions.sent(id, kit.clock.instant().plusSeconds(10));

    assertThat(kit.receipts.dueForCheck(TransmissionKind.OSCI, 100))
        .extracting(Transmission::id)
        .doesNotContain(id);
    kit.clock.advance(Duration.ofSeconds(10));

    assertThat(kit.receipts.dueForCheck(TransmissionKind.OSCI, 100))
        .extracting(Transmission::id)
        .contains(id);
  }

  @Test
  void deliveredTransmission_isAskedForNoMore() throws IOException {
    var id = opened();
    var now = kit.clock.instant();
    kit.transmissions.sent(id, now);
    kit.receipts.seen(id, new CardTimes(now, now, now), null, now, null);
    kit.transmissions.delivered(id);

    assertThat(kit.receipts.dueForCheck(TransmissionKind.OSCI, 100))
        .extracting(Transmission::id)
        .doesNotContain(id);
    assertThat(kit.transmissions.get(id).card().received()).isEqualTo(now);
  }

  @Test
  void processCard_isKeptAsItWasSeenLast() throws IOException {
    var id = opened();
    assertThat(kit.receipts.processCard(id)).isEmpty();
    kit.receipts.seen(id, CardTimes.NONE, new byte[] {1}, kit.clock.instant(), null);

    kit.receipts.seen(id, CardTimes.NONE, new byte[] {2}, kit.clock.instant(), null);

    assertThat(kit.receipts.processCard(id)).contains(new byte[] {2});
  }

  private static UUID opened() throws IOException {
    var message = kit.accept("<a/>").id();
    return kit.transmissions.open(message, TransmissionKind.OSCI, "bauamt").id();
  }
}
