package de.amtsbote.osci.endtoend;

import static de.amtsbote.osci.endtoend.Identities.ALICE;
import static de.amtsbote.osci.endtoend.Identities.BOB;
import static de.amtsbote.osci.endtoend.Identities.CAROL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.amtsbote.osci.error.OsciException;
import de.amtsbote.osci.error.Rule;
import de.amtsbote.osci.model.ControlBlock;
import de.amtsbote.osci.model.MessageType;
import de.amtsbote.osci.model.Role;
import de.amtsbote.osci.model.RoleCertificate.Usage;
import de.amtsbote.osci.model.RoleCertificates;
import de.amtsbote.osci.wire.OrderSecurity;
import org.junit.jupiter.api.Test;

/** Carol knows Bob's certificate, as everybody does, and asks for his mail without his key. */
class RefusedStolenMailboxTest {

  @Test
  void plainFetchWithTheCertificateOfAnother_isAnsweredForHisKeyOnly() throws Exception {
    var world = World.open();
    var id = Letters.send(world.client(ALICE), BOB);
    var carol = new Peer(world, CAROL);
    var bobs =
        RoleCertificates.builder()
            .add(Role.ORIGINATOR, Usage.CIPHER, BOB.cipher().get(0).certificate())
            .build();
    var init =
        carol
            .order(MessageType.INIT_DIALOG, ControlBlock.challenge(Peer.CHALLENGE))
            .certificates(bobs)
            .build();
    ControlBlock control;
    try (var answer = carol.send(init, OrderSecurity.NONE)) {
      control =
          new ControlBlock(
              answer.control().conversationId(), 0L, answer.control().challenge(), Peer.CHALLENGE);
    }

    var fetch =
        carol
            .order(MessageType.FETCH_DELIVERY, control)
            .certificates(RoleCertificates.NONE)
            .build();

    assertThatThrownBy(() -> carol.send(fetch, OrderSecurity.NONE))
        .isInstanceOfSatisfying(
            OsciException.class, e -> assertThat(e.rule()).isEqualTo(Rule.TRANSPORT_NO_KEY));
    assertThat(world.store.card(id.value()).orElseThrow().receivedAt()).isEmpty();
  }
}
