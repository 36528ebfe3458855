package de.amtsbote.osci.endtoend;

import static de.amtsbote.osci.endtoend.Identities.ALICE;
import static de.amtsbote.osci.endtoend.Identities.BOB;
import static org.assertj.core.api.Assertions.assertThat;

import de.amtsbote.osci.model.MessageType;
import org.junit.jupiter.api.Test;

class RefusedReplayTest {

  private final World world = World.strict();

  @Test
  void recordedOrderOfADialog_isFault9400() throws Exception {
    var bob = new Peer(world, BOB);
    var fetch =
        bob.order(MessageType.FETCH_DELIVERY, bob.openDialog())
            .certificates(bob.signatureCertificate())
            .build();
    var recorded = bob.compose(fetch, bob.signedAndEncrypted());
    assertThat(Peer.codes(bob.send(recorded))).containsExactly("9803");

    assertThat(Peer.codes(bob.send(recorded))).containsExactly("fault 9400");
  }

  @Test
  void recordedStore_isNotStoredTwice() throws Exception {
    Letters.send(world.client(ALICE), BOB);
    var requests = world.wire.requests();
    var recorded = requests.get(requests.size() - 1);

    var codes = Peer.codes(new Peer(world, ALICE).send(recorded));

    assertThat(codes).containsExactly("9801");
  }
}
