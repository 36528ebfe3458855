package de.amtsbote.gateway.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When a message counts as delivered. */
class HandOversTest {

  private static final OperatorMoves.Order ORDER =
      new OperatorMoves.Order("operator:meier", "the office has moved", false);

  @TempDir static Path spool;
  static MessageKit kit;
  MessageId id;

  @BeforeAll
  static void start() {
    kit = new MessageKit(spool);
  }

  @BeforeEach
  void message() throws IOException {
    id = kit.accept("<a/>").id();
  }

  @Test
  void receiverThatIsFast_doesNotMakeTheMessageDeliveredBeforeTheRouteHasReachedTheOthers() {
    var fast = open("a");
    kit.transmissions.sent(fast.id(), null);
    kit.store.advance(id, MessageState.SENT, Note.SYSTEM);

    receive(fast);

    assertThat(state()).isEqualTo(MessageState.SENT);
    var slow = open("b");
    kit.transmissions.sent(slow.id(), null);
    kit.handOvers.routeEnded(id, "two");
    assertThat(state()).isEqualTo(MessageState.SENT);
    receive(slow);
    assertThat(state()).isEqualTo(MessageState.DELIVERED);
  }

  @Test
  void routeThatEndsWhenAllHaveIt_makesTheMessageDelivered() {
    receive(open("a"));
    assertThat(state()).isEqualTo(MessageState.RECEIVED);

    kit.handOvers.routeEnded(id, "one");

    assertThat(state()).isEqualTo(MessageState.DELIVERED);
  }

  @Test
  void routeWithoutHandOver_completesTheMessage() {
    kit.handOvers.routeEnded(id, "archive");

    assertThat(state()).isEqualTo(MessageState.COMPLETED);
  }

  @Test
  void replacedReceiver_isNotWaitedFor() {
    open("old");
    redirect("new");
    var fresh = open("new");
    kit.transmissions.sent(fresh.id(), null);
    kit.handOvers.routeEnded(id, "one");

    receive(fresh);

    assertThat(state()).isEqualTo(MessageState.DELIVERED);
  }

  @Test
  void routeThatGaveARedirectedMessageToNobody_hasNotDoneItsWork() {
    open("old");
    redirect("new");

    assertThatThrownBy(() -> kit.handOvers.routeEnded(id, "one"))
        .extracting("code")
        .isEqualTo(ErrorCode.ROUTE_FAILED);
    assertThat(state()).isEqualTo(MessageState.RECEIVED);
  }

  @Test
  void repeatedMessage_isUnderWayAgain() {
    receive(open("a"));
    kit.handOvers.routeEnded(id, "one");
    kit.store.park(id, new GatewayException(ErrorCode.ROUTE_FAILED, "no"));
    kit.store.repeat(id, Note.SYSTEM);
    var second = open("b");

    receive(second);

    assertThat(state()).isEqualTo(MessageState.RECEIVED);
  }

  private void redirect(String destination) {
    kit.store.park(id, new GatewayException(ErrorCode.DELIVERY_REFUSED, "no"));
    new OperatorMoves(
            kit.store, kit.transmissions, new RedirectStore(kit.jdbc, kit.clock), kit.transaction)
        .redirect(id, new Redirect(TransmissionKind.DELIVERY, "", destination), ORDER);
  }

  private Transmission open(String destination) {
    return kit.transmissions.open(id, TransmissionKind.DELIVERY, destination);
  }

  private void receive(Transmission transmission) {
    kit.transmissions.delivered(transmission.id());
    kit.handOvers.received(id, Note.SYSTEM);
  }

  private MessageState state() {
    return kit.store.get(id).state();
  }
}
