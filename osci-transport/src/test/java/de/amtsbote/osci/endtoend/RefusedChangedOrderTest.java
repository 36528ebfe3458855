package de.amtsbote.osci.endtoend;

import static de.amtsbote.osci.endtoend.Identities.ALICE;
import static org.assertj.core.api.Assertions.assertThat;

import de.amtsbote.osci.model.ControlBlock;
import de.amtsbote.osci.model.MessageType;
import de.amtsbote.osci.wire.OrderSecurity;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class RefusedChangedOrderTest {

  private final World world = World.open();
  private final Peer alice = new Peer(world, ALICE);

  private byte[] signedOrder() throws Exception {
    var order =
        alice.order(MessageType.GET_MESSAGE_ID, ControlBlock.implicit(Peer.CHALLENGE)).build();
    return alice.compose(order, new OrderSecurity(ALICE.signature(), null));
  }

  @Test
  void signedOrderThatWasChanged_isAnsweredWith9601() throws Exception {
    var changed =
        new String(signedOrder(), StandardCharsets.UTF_8)
            .replace(Peer.CHALLENGE, "b3RoZXItY2hhbGxlbmdlLi4uLg==");

    assertThat(Peer.codes(alice.send(changed.getBytes(StandardCharsets.UTF_8))))
        .containsExactly("9601");
  }

  @Test
  void changedCipherText_isFault9202() throws Exception {
    var order =
        alice.order(MessageType.GET_MESSAGE_ID, ControlBlock.implicit(Peer.CHALLENGE)).build();
    var request = alice.compose(order, alice.signedAndEncrypted());
    request[request.length - 300] ^= 1;

    assertThat(Peer.codes(alice.send(request))).containsExactly("fault 9202");
  }

  @Test
  void orderForAnotherKey_isFault9200() throws Exception {
    var order =
        alice.order(MessageType.GET_MESSAGE_ID, ControlBlock.implicit(Peer.CHALLENGE)).build();
    var security =
        new OrderSecurity(ALICE.signature(), Identities.BOB.cipher().get(0).certificate());

    assertThat(Peer.codes(alice.send(order, security))).containsExactly("fault 9200");
  }
}
