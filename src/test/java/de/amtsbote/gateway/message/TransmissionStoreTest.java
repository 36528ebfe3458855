package de.amtsbote.gateway.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TransmissionStoreTest {

  @TempDir static Path spool;
  static MessageKit kit;
  static TransmissionStore transmissions;

  @BeforeAll
  static void start() {
    kit = new MessageKit(spool);
    transmissions = kit.transmissions;
  }

  @Test
  void openedTwice_isTheSameTransmission() throws IOException {
    var message = kit.accept("<a/>").id();

    var first = transmissions.open(message, TransmissionKind.OSCI, "bauamt");
    var second = transmissions.open(message, TransmissionKind.OSCI, "bauamt");

    assertThat(second).isEqualTo(first);
    assertThat(first.state()).isEqualTo(TransmissionState.PLANNED);
  }

  @Test
  void twoReceivers_areTwoTransmissions() throws IOException {
    var message = kit.accept("<a/>").id();

    transmissions.open(message, TransmissionKind.OSCI, "bauamt");
    transmissions.open(message, TransmissionKind.OSCI, "meldeamt");

    assertThat(transmissions.of(message))
        .extracting(Transmission::destination)
        .containsExactlyInAnyOrder("bauamt", "meldeamt");
  }

  @Test
  void reservedId_isKeptBeforeSending() throws IOException {
    var id = opened();

    transmissions.reserve(id, "osci-1");

    assertThat(transmissions.byOsciMessageId("osci-1")).map(Transmission::id).contains(id);
    assertThat(transmissions.get(id).state()).isEqualTo(TransmissionState.PLANNED);
  }

  @Test
  void attemptWithUnclearResult_staysSending() throws IOException {
    var id = opened();

    transmissions.sending(id);
    transmissions.unclear(id, new GatewayException(ErrorCode.OSCI_UNREACHABLE, "no answer"));

    var transmission = transmissions.get(id);
    assertThat(transmission.state()).isEqualTo(TransmissionState.SENDING);
    assertThat(transmission.attempts()).isEqualTo(1);
    assertThat(transmission.lastCode()).isEqualTo("AB-4001");
  }

  @Test
  void receipt_isAskedForWhenItIsDue() throws IOException {
    var id = opened();
    transmissions.sent(id, kit.clock.instant().plusSeconds(10));

    assertThat(transmissions.dueForCheck(TransmissionKind.OSCI, 100))
        .extracting(Transmission::id)
        .doesNotContain(id);
    kit.clock.advance(Duration.ofSeconds(10));

    assertThat(transmissions.dueForCheck(TransmissionKind.OSCI, 100))
        .extracting(Transmission::id)
        .contains(id);
  }

  @Test
  void deliveredTransmission_isAskedForNoMore() throws IOException {
    var id = opened();
    var now = kit.clock.instant();
    transmissions.sent(id, now);
    transmissions.seen(id, new CardTimes(now, now, now), null, null);
    transmissions.delivered(id);

    assertThat(transmissions.dueForCheck(TransmissionKind.OSCI, 100))
        .extracting(Transmission::id)
        .doesNotContain(id);
    assertThat(transmissions.get(id).card().received()).isEqualTo(now);
  }

  @Test
  void processCard_isKeptAsItWasSeenLast() throws IOException {
    var id = opened();
    assertThat(transmissions.processCard(id)).isEmpty();
    transmissions.seen(id, CardTimes.NONE, new byte[] {1}, null);

    transmissions.seen(id, CardTimes.NONE, new byte[] {2}, null);

    assertThat(transmissions.processCard(id)).contains(new byte[] {2});
  }

  private static UUID opened() throws IOException {
    var message = kit.accept("<a/>").id();
    return transmissions.open(message, TransmissionKind.OSCI, "bauamt").id();
  }

  /** A node that stood still was taken for dead, and goes on where it was. */
  @Test
  void idThatAnotherNodeReserved_isNotReplaced() throws IOException {
    var id = transmission();
    transmissions.reserve(id, "first-id");

    assertThat(transmissions.reserve(id, "second-id")).isFalse();
    assertThat(transmissions.get(id).osciMessageId()).isEqualTo("first-id");
  }

  @Test
  void attemptUnderAnIdThatIsNoMore_doesNotBegin() throws IOException {
    var id = transmission();
    transmissions.reserve(id, "first-id");

    assertThat(transmissions.sending(id, "second-id")).isFalse();
  }

  @Test
  void whatAnotherNodeSent_isNotSentAgain() throws IOException {
    var id = transmission();
    transmissions.reserve(id, "first-id");
    transmissions.sent(id, kit.clock.instant());

    assertThat(transmissions.sending(id, "first-id")).isFalse();
  }

  @Test
  void latecomer_doesNotUndoWhatWasSent() throws IOException {
    var id = transmission();
    transmissions.sent(id, kit.clock.instant());

    transmissions.notSent(id, new GatewayException(ErrorCode.OSCI_UNREACHABLE, "test"));

    assertThat(transmissions.get(id).state()).isEqualTo(TransmissionState.SENT);
  }

  @Test
  void idUnderWhichAnotherAttemptBegan_isNotGivenUp() throws IOException {
    var id = transmission();
    transmissions.reserve(id, "first-id");
    transmissions.sending(id, "first-id");
    transmissions.sending(id, "first-id");

    transmissions.forget(
        id, "first-id", 1, new GatewayException(ErrorCode.OSCI_ANSWER_INVALID, "test"));

    assertThat(transmissions.get(id).osciMessageId()).isEqualTo("first-id");
  }

  private UUID transmission() throws IOException {
    var message = kit.accept("<a/>").id();
    return transmissions.open(message, TransmissionKind.OSCI, "bauamt").id();
  }
}
