package de.amtsbote.gateway.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AttemptStoreTest {

  @TempDir Path spool;
  MessageKit kit;
  MessageId id;

  @BeforeEach
  void open() throws IOException {
    kit = new MessageKit(spool);
    id = kit.accept("<a/>").id();
  }

  @Test
  void run_isKeptWithBeginEndNodeAndResult() {
    kit.attempts.begin(id);
    kit.clock.advance(Duration.ofSeconds(3));
    kit.attempts.end(id, AttemptResult.DONE, null);

    var attempt = kit.attempts.of(id).get(0);
    assertThat(attempt.startedAt()).isEqualTo(MessageKit.NOON);
    assertThat(attempt.endedAt()).isEqualTo(MessageKit.NOON.plusSeconds(3));
    assertThat(attempt.node()).isEqualTo("test");
    assertThat(attempt.result()).isEqualTo(AttemptResult.DONE);
  }

  @Test
  void nodeThatWasTakenForDead_doesNotEndTheRunOfItsSuccessor() {
    var successor = new AttemptStore(kit.jdbc, new NodeName("successor"), kit.clock);
    kit.attempts.begin(id);
    successor.begin(id);

    kit.attempts.end(id, AttemptResult.DONE, null);

    assertThat(kit.attempts.of(id))
        .extracting(Attempt::node, Attempt::result)
        .containsExactly(tuple("test", AttemptResult.ABANDONED), tuple("successor", null));
  }

  @Test
  void failedHandOver_isKeptWithCodeAndIncident() {
    var run = kit.attempts.begin(id);
    var why = new GatewayException(ErrorCode.OSCI_UNREACHABLE, "no answer");
    var transmission = kit.transmissions.open(id, TransmissionKind.OSCI, "bauamt via stadt");
    var begun = kit.transmissions.sending(transmission.id()).orElseThrow();
    kit.transmissions.unclear(begun, why);

    var attempt = kit.attempts.of(id).get(1);
    assertThat(attempt.transmission()).isEqualTo(transmission.id());
    assertThat(attempt.destination()).isEqualTo("bauamt");
    assertThat(attempt.result()).isEqualTo(AttemptResult.UNCLEAR);
    assertThat(attempt.code()).isEqualTo("AB-4001");
    assertThat(attempt.incident()).isEqualTo(why.incident());
    assertThat(kit.attempts.failedDestination(id, run)).contains("bauamt");
  }

  @Test
  void handOverThatWorked_isNotToBlame() {
    var run = kit.attempts.begin(id);
    var transmission = kit.transmissions.open(id, TransmissionKind.DELIVERY, "melde");
    kit.transmissions.delivered(kit.transmissions.sending(transmission.id()).orElseThrow());

    assertThat(kit.attempts.failedDestination(id, run)).isEmpty();
  }

  @Test
  void attemptOfADeadNode_isEndedByWhoTakesOver() {
    kit.attempts.begin(id);
    var transmission = kit.transmissions.open(id, TransmissionKind.OSCI, "bauamt via stadt");
    kit.transmissions.sending(transmission.id());

    var next = kit.attempts.begin(id);

    assertThat(next.abandonedBy()).isEqualTo("test");
    assertThat(kit.attempts.of(id))
        .extracting(Attempt::result)
        .containsExactly(AttemptResult.ABANDONED, AttemptResult.ABANDONED, null);
    assertThat(kit.attempts.abandoned(id, MessageKit.NOON)).isEqualTo(1);
  }

  @Test
  void runThatHadToWait_wasNone() {
    kit.attempts.forget(kit.attempts.begin(id));

    assertThat(kit.attempts.of(id)).isEmpty();
  }

  @Test
  void attempts_areNotPartOfATransaction() {
    assertThatThrownBy(() -> kit.transaction.executeWithoutResult(status -> kit.attempts.begin(id)))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void waitingTime_doesNotUseUpTheBudget() {
    kit.store.countAttempt(id);
    kit.clock.advance(Duration.ofMinutes(1));
    kit.store.holdBack(id, "delivery:bauamt");
    kit.clock.advance(Duration.ofHours(5));
    kit.store.holdBack(id, "delivery:bauamt");
    kit.clock.advance(Duration.ofHours(2));
    kit.store.countAttempt(id);

    var message = kit.store.get(id);
    assertThat(message.attempts()).isEqualTo(2);
    assertThat(message.firstAttemptAt()).isEqualTo(MessageKit.NOON.plus(Duration.ofHours(7)));
    assertThat(message.waiting()).isNull();
    assertThat(kit.store.timeline(id))
        .filteredOn(it -> it.event() == TimelineEvent.WAITING)
        .hasSize(1);
  }
}
