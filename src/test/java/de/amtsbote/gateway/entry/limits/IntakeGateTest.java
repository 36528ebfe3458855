package de.amtsbote.gateway.entry.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.GatewayException;
import de.amtsbote.gateway.message.MessageId;
import de.amtsbote.gateway.message.MessageKit;
import de.amtsbote.gateway.message.load.LoadStores;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;

/** The gate of a gateway that may have one message under way. */
class IntakeGateTest {

  @TempDir Path spool;

  private MessageKit kit;
  private IntakeGate gate;
  private MessageId waiting;

  @BeforeEach
  void fill() throws Exception {
    kit = new MessageKit(spool);
    waiting = kit.accept("<a/>").id();
    gate =
        new IntakeGate(
            new IntakeProperties(
                1,
                Duration.ofMillis(10),
                DataSize.ofBytes(0),
                null,
                1,
                DataSize.ofKilobytes(1),
                Duration.ofSeconds(30),
                null),
            LoadStores.in(kit),
            kit.clock,
            List.of(spool));
  }

  @Test
  void fullGateway_isClosed() {
    assertThat(gate.isOpen()).isFalse();
    assertThat(gate.status().isClosed()).isTrue();
  }

  @Test
  void messageToAFullGateway_isRefused() {
    assertThatThrownBy(() -> gate.bring(Door.OSCI, null, 10))
        .extracting("code")
        .isEqualTo(ErrorCode.BACKLOG_FULL);
  }

  /** What waits here ends only when it is fetched or its receipt comes. */
  @Test
  void whoBringsNothing_comesInAlsoWhenItIsFull() {
    try (var stay = gate.enter(Door.XTA, null, 10)) {
      assertThat(stay).isNotNull();
    }
  }

  @Test
  void whoFetches_isHeldBackWhileItIsFull() {
    assertThatThrownBy(() -> gate.awaitOpen(() -> false))
        .extracting("code")
        .isEqualTo(ErrorCode.BACKLOG_FULL);
  }

  @Test
  void whoFetches_goesOnWhenThereIsRoomAgain() {
    assertThatCode(
            () ->
                gate.awaitOpen(
                    () -> {
                      makeRoom();
                      return true;
                    }))
        .doesNotThrowAnyException();
  }

  @Test
  void refusedOrder_takesNoPlace() {
    makeRoom();
    try (var first = gate.bring(Door.OSCI, null, 10)) {
      assertThat(first).isNotNull();
      assertThatThrownBy(() -> gate.bring(Door.OSCI, null, 10))
          .extracting("code")
          .isEqualTo(ErrorCode.OVERLOADED);
      assertThat(gate.status().osci()).isOne();
    }
    assertThat(gate.status().osci()).isZero();
  }

  private void makeRoom() {
    if (!kit.store.get(waiting).state().isFinal()) {
      kit.store.reject(waiting, new GatewayException(ErrorCode.XML_BROKEN, "line 1"));
    }
    kit.clock.advance(Duration.ofSeconds(5));
  }
}
