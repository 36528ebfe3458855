package de.amtsbote.osci.endtoend;

import static de.amtsbote.osci.endtoend.Identities.BOB;
import static org.assertj.core.api.Assertions.assertThat;

import de.amtsbote.osci.model.ControlBlock;
import de.amtsbote.osci.model.MessageType;
import de.amtsbote.osci.wire.OrderSecurity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RefusedWithoutDialogTest {

  @ParameterizedTest
  @EnumSource(
      value = MessageType.class,
      names = {"FETCH_DELIVERY", "FETCH_PROCESS_CARD", "EXIT_DIALOG"})
  void ordersThatNeedADialog_areAnsweredWith9802(MessageType type) throws Exception {
    var bob = new Peer(World.open(), BOB);
    var order =
        bob.order(type, ControlBlock.implicit(Peer.CHALLENGE))
            .certificates(bob.signatureCertificate())
            .build();

    assertThat(Peer.codes(bob.send(order, new OrderSecurity(BOB.signature(), null))))
        .containsExactly("9802");
  }

  @Test
  void encryptedOrderThatCannotBeAnsweredEncrypted_isFault9500() throws Exception {
    var bob = new Peer(World.strict(), BOB);
    var order =
        bob.order(MessageType.FETCH_DELIVERY, ControlBlock.implicit(Peer.CHALLENGE))
            .certificates(bob.signatureCertificate())
            .build();

    assertThat(Peer.codes(bob.send(order))).containsExactly("fault 9500");
  }
}
