package de.amtsbote.gateway.message;

import static de.amtsbote.gateway.message.MessageState.CANCELLED;
import static de.amtsbote.gateway.message.MessageState.COMPLETED;
import static de.amtsbote.gateway.message.MessageState.DELIVERED;
import static de.amtsbote.gateway.message.MessageState.EXPIRED;
import static de.amtsbote.gateway.message.MessageState.PARKED;
import static de.amtsbote.gateway.message.MessageState.RECEIVED;
import static de.amtsbote.gateway.message.MessageState.REJECTED;
import static de.amtsbote.gateway.message.MessageState.SENT;
import static de.amtsbote.gateway.message.MessageState.VALIDATED;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class MessageStateTest {

  @Test
  void mainLine_canBeWalkedStepByStep() {
    assertThat(RECEIVED.canMoveTo(VALIDATED)).isTrue();
    assertThat(VALIDATED.canMoveTo(SENT)).isTrue();
    assertThat(SENT.canMoveTo(DELIVERED)).isTrue();
    assertThat(DELIVERED.canMoveTo(COMPLETED)).isTrue();
  }

  @ParameterizedTest
  @EnumSource(names = {"COMPLETED", "REJECTED", "CANCELLED", "EXPIRED"})
  void end_leadsNowhere(MessageState end) {
    assertThat(end.isFinal()).isTrue();
    assertThat(Arrays.stream(MessageState.values()).filter(end::canMoveTo)).isEmpty();
  }

  @Test
  void parked_isAtRestButNotFinal() {
    assertThat(PARKED.isAtRest()).isTrue();
    assertThat(PARKED.isFinal()).isFalse();
  }

  @Test
  void onlyParked_canGoBackToReceived() {
    assertThat(Arrays.stream(MessageState.values()).filter(state -> state.canMoveTo(RECEIVED)))
        .containsExactly(PARKED);
  }

  @Test
  void sent_canNoLongerBeCancelled() {
    assertThat(SENT.canMoveTo(CANCELLED)).isFalse();
  }

  @Test
  void delivered_canNoLongerExpire() {
    assertThat(DELIVERED.canMoveTo(EXPIRED)).isFalse();
  }

  /** The whole table, row by row. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          RECEIVED  | VALIDATED SENT DELIVERED COMPLETED REJECTED PARKED CANCELLED EXPIRED
          VALIDATED | SENT DELIVERED COMPLETED REJECTED PARKED CANCELLED EXPIRED
          SENT      | DELIVERED COMPLETED REJECTED PARKED EXPIRED
          DELIVERED | COMPLETED REJECTED PARKED
          COMPLETED | -
          REJECTED  | -
          PARKED    | RECEIVED REJECTED CANCELLED EXPIRED
          CANCELLED | -
          EXPIRED   | -
          """)
  void table_isAsDocumented(MessageState from, String next) {
    assertThat(Arrays.stream(MessageState.values()).filter(from::canMoveTo).map(Enum::name))
        .containsExactlyInAnyOrder(next == null ? new String[0] : next.split(" "));
  }

  @Test
  void delivered_canStillBeRejectedByItsReader() {
    assertThat(DELIVERED.canMoveTo(REJECTED)).isTrue();
  }

  @Test
  void milestones_countOnTheMainLineOnly() {
    assertThat(SENT.hasReached(VALIDATED)).isTrue();
    assertThat(VALIDATED.hasReached(SENT)).isFalse();
    assertThat(REJECTED.hasReached(RECEIVED)).isFalse();
  }
}
