package de.amtsbote.gateway.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TransmissionStoreTest {

  private static final GatewayException UNREACHABLE =
      new GatewayException(ErrorCode.OSCI_UNREACHABLE, "no answer");

  @TempDir static Path spool;
  static MessageKit kit;
  static TransmissionStore transmissions;
  static TransmissionStore successor;

  @BeforeAll
  static void start() {
    kit = new MessageKit(spool);
    transmissions = kit.transmissions;
    successor = kit.transmissions(new NodeName("successor"));
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

    transmissions.unclear(begun(id), UNREACHABLE);

    var transmission = transmissions.get(id);
    assertThat(transmission.state()).isEqualTo(TransmissionState.SENDING);
    assertThat(transmission.attempts()).isEqualTo(1);
    assertThat(transmission.lastCode()).isEqualTo("AB-4001");
  }

  /** A receiver that refuses an attempt says nothing of the one before. */
  @Test
  void refusalAfterAnUnclearAttempt_doesNotMakeItForgotten() throws IOException {
    for (var ending :
        List.<BiConsumer<BegunHandOver, GatewayException>>of(
            transmissions::notSent, transmissions::failed)) {
      var id = opened();
      transmissions.unclear(begun(id), UNREACHABLE);

      ending.accept(begun(id), UNREACHABLE);
      ending.accept(begun(id), UNREACHABLE);

      assertThat(transmissions.get(id).mayHaveArrived()).isTrue();
      assertThat(transmissions.get(id).state()).isEqualTo(TransmissionState.SENDING);
    }
  }

  @Test
  void refusalAfterTheNodeOfAnAttemptDied_doesNotMakeItForgotten() throws IOException {
    var id = opened();
    begun(id);

    successor.failed(successor.sending(id).orElseThrow(), UNREACHABLE);

    assertThat(transmissions.get(id).mayHaveArrived()).isTrue();
  }

  @Test
  void refusalAfterRefusals_isCertain() throws IOException {
    var id = opened();
    transmissions.notSent(begun(id), UNREACHABLE);

    transmissions.failed(begun(id), UNREACHABLE);

    assertThat(transmissions.get(id).state()).isEqualTo(TransmissionState.FAILED);
    assertThat(transmissions.get(id).mayHaveArrived()).isFalse();
  }

  @Test
  void attemptsInDoubt_areThoseOfWhichNobodyKnowsHowTheyEnded() throws IOException {
    var id = opened();
    transmissions.notSent(begun(id), UNREACHABLE);
    transmissions.unclear(begun(id), UNREACHABLE);
    transmissions.notSent(begun(id), UNREACHABLE);

    assertThat(begun(id)).extracting("number", "inDoubt").containsExactly(4, 2);
  }

  @Test
  void attemptsBeforeItIsSentAnew_countNoMore() throws IOException {
    var id = opened();
    transmissions.unclear(begun(id), UNREACHABLE);

    transmissions.anew(id);

    assertThat(begun(id).inDoubt()).isEqualTo(1);
  }

  @Test
  void attemptsUnderAnIdThatIsGivenUp_countNoMore() throws IOException {
    var id = opened();
    transmissions.reserve(id, "given-up");
    transmissions.unclear(begun(id), UNREACHABLE);

    transmissions.forget(begun(id), UNREACHABLE);

    assertThat(begun(id).inDoubt()).isEqualTo(1);
  }

  @Test
  void idOfAnUnclearAttempt_isKeptWhenTheNextIsRefused() throws IOException {
    var id = opened();
    transmissions.reserve(id, "doubtful", 7L);
    transmissions.unclear(begun(id), UNREACHABLE);
    transmissions.failed(begun(id), UNREACHABLE);

    transmissions.release(id, "doubtful");

    assertThat(transmissions.get(id).osciMessageId()).isEqualTo("doubtful");
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

    assertThat(transmissions.sending(id, "second-id")).isEmpty();
  }

  @Test
  void whatAnotherNodeSent_isNotSentAgain() throws IOException {
    var id = transmission();
    transmissions.reserve(id, "first-id");
    transmissions.sent(id, kit.clock.instant());

    assertThat(transmissions.sending(id, "first-id")).isEmpty();
  }

  @Test
  void latecomer_doesNotUndoWhatWasSent() throws IOException {
    var id = transmission();
    var latecomer = begun(id);
    transmissions.sent(id, kit.clock.instant());

    transmissions.notSent(latecomer, UNREACHABLE);

    assertThat(transmissions.get(id).state()).isEqualTo(TransmissionState.SENT);
  }

  @Test
  void idUnderWhichAnotherAttemptBegan_isNotGivenUp() throws IOException {
    var id = transmission();
    transmissions.reserve(id, "first-id");
    var latecomer = transmissions.sending(id, "first-id").orElseThrow();
    transmissions.sending(id, "first-id");

    transmissions.forget(latecomer, UNREACHABLE);

    assertThat(transmissions.get(id).osciMessageId()).isEqualTo("first-id");
  }

  /** Else the next run would send it again without asking for the process card. */
  @Test
  void latecomer_leavesTheStateToTheAttemptOfItsSuccessor() throws IOException {
    for (var ending :
        List.<BiConsumer<BegunHandOver, GatewayException>>of(
            transmissions::notSent, transmissions::failed, transmissions::unclear)) {
      var id = transmission();
      var latecomer = begun(id);
      successor.sending(id);

      ending.accept(latecomer, UNREACHABLE);

      assertThat(transmissions.get(id).state()).isEqualTo(TransmissionState.SENDING);
      assertThat(transmissions.get(id).lastCode()).isNull();
    }
  }

  @Test
  void latecomer_doesNotEndTheAttemptOfItsSuccessor() throws IOException {
    var id = transmission();
    var latecomer = begun(id);
    successor.sending(id);

    transmissions.notSent(latecomer, UNREACHABLE);

    assertThat(kit.attempts.of(transmissions.get(id).messageId()))
        .extracting(Attempt::node, Attempt::result)
        .containsExactly(tuple("test", AttemptResult.FAILED), tuple("successor", null));
  }

  @Test
  void latecomerThatSentIt_isBelieved() throws IOException {
    var id = transmission();
    var latecomer = begun(id);
    successor.sending(id);

    transmissions.sent(latecomer, kit.clock.instant());

    assertThat(transmissions.get(id).state()).isEqualTo(TransmissionState.SENT);
  }

  @Test
  void idUnderWhichNothingHasLeft_canBeGivenUp() throws IOException {
    var id = transmission();
    transmissions.reserve(id, "first-id", 7L);
    assertThat(transmissions.get(id).intermediary()).isEqualTo(7);

    transmissions.release(id, "first-id");

    assertThat(transmissions.get(id).osciMessageId()).isNull();
    assertThat(transmissions.get(id).intermediary()).isNull();
  }

  @Test
  void idUnderWhichSomethingMayHaveLeft_isNotGivenUp() throws IOException {
    var id = transmission();
    transmissions.reserve(id, "first-id", 7L);
    transmissions.unclear(transmissions.sending(id, "first-id").orElseThrow(), UNREACHABLE);

    transmissions.release(id, "first-id");

    assertThat(transmissions.get(id).osciMessageId()).isEqualTo("first-id");
  }

  /** Whoever holds the message may want its hand-over next: both would wait for each other. */
  @Test
  void attempt_beginsWhileSomebodyHoldsTheMessage() throws Exception {
    var id = transmission();
    var message = transmissions.get(id).messageId();

    kit.transaction.executeWithoutResult(
        status -> {
          kit.store.lock(message);
          assertThat(CompletableFuture.supplyAsync(() -> transmissions.sending(id)))
              .succeedsWithin(Duration.ofSeconds(60))
              .matches(Optional::isPresent);
        });
  }

  private static BegunHandOver begun(UUID id) {
    return transmissions.sending(id).orElseThrow();
  }

  private UUID transmission() throws IOException {
    var message = kit.accept("<a/>").id();
    return transmissions.open(message, TransmissionKind.OSCI, "bauamt").id();
  }
}
