package de.amtsbote.osci.endtoend;

import static de.amtsbote.osci.endtoend.Identities.ALICE;
import static de.amtsbote.osci.endtoend.Identities.INTERMEDIARY;
import static org.assertj.core.api.Assertions.assertThat;

import de.amtsbote.osci.model.ControlBlock;
import de.amtsbote.osci.model.MessageType;
import de.amtsbote.osci.wire.OrderSecurity;
import de.amtsbote.osci.wire.OutgoingMessage;
import org.junit.jupiter.api.Test;

class RefusedUnprotectedOrderTest {

  private final Peer strict = new Peer(World.strict(), ALICE);
  private final Peer open = new Peer(World.open(), ALICE);
  private final OrderSecurity unsigned =
      new OrderSecurity(null, INTERMEDIARY.cipher().get(0).certificate());
  private final OrderSecurity unencrypted = new OrderSecurity(ALICE.signature(), null);

  private OutgoingMessage order() {
    return strict.order(MessageType.GET_MESSAGE_ID, ControlBlock.implicit(Peer.CHALLENGE)).build();
  }

  @Test
  void unsignedOrder_isAnsweredWith9600() throws Exception {
    assertThat(Peer.codes(strict.send(order(), unsigned))).containsExactly("9600");
  }

  @Test
  void unencryptedOrder_isFault9202() throws Exception {
    assertThat(Peer.codes(strict.send(order(), unencrypted))).containsExactly("fault 9202");
  }

  @Test
  void plainOrder_isServedWhereThePolicyAllowsIt() throws Exception {
    assertThat(Peer.codes(open.send(order(), OrderSecurity.NONE))).containsExactly("0800");
  }

  @Test
  void plainOrderInAnEncryptedDialog_isFault9202() throws Exception {
    var dialog = open.openDialog();
    var exit =
        open.order(MessageType.EXIT_DIALOG, dialog)
            .certificates(open.signatureCertificate())
            .build();

    assertThat(Peer.codes(open.send(exit, unencrypted))).containsExactly("fault 9202");
  }

  @Test
  void unsignedOrderInASignedDialog_isAnsweredWith9600() throws Exception {
    var dialog = open.openDialog();
    var exit =
        open.order(MessageType.EXIT_DIALOG, dialog)
            .certificates(open.signatureCertificate())
            .build();

    assertThat(Peer.codes(open.send(exit, unsigned))).containsExactly("9600");
  }
}
