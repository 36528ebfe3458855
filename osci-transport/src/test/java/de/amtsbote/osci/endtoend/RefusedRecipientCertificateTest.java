package de.amtsbote.osci.endtoend;

import static de.amtsbote.osci.endtoend.Identities.ALICE;
import static de.amtsbote.osci.endtoend.Identities.BOB;
import static org.assertj.core.api.Assertions.assertThat;

import de.amtsbote.osci.client.FeedbackException;
import de.amtsbote.osci.client.OutgoingDelivery;
import de.amtsbote.osci.client.SendOutcome;
import de.amtsbote.osci.testpki.TestPki;
import org.junit.jupiter.api.Test;

class RefusedRecipientCertificateTest {

  @Test
  void revokedAddressee_isAnsweredWith9707AndNothingIsStored() throws Exception {
    var world = World.withRevoked(BOB.cipher().get(0).certificate());
    var alice = world.client(ALICE);
    var id = alice.messageId();

    var outcome = alice.store(id, Letters.to(BOB));

    assertThat(outcome)
        .isInstanceOfSatisfying(
            SendOutcome.Rejected.class,
            rejected ->
                assertThat(((FeedbackException) rejected.why()).feedback().codes())
                    .containsExactly("9707"));
    assertThat(world.store.card(id.value())).isEmpty();
  }

  @Test
  void addresseeOfAnUnknownCa_isAWarningOnly() throws Exception {
    var world = World.strict();
    var alice = world.client(ALICE);
    var stranger = TestPki.root("Foreign CA").reader("Stranger").certificate();
    var letter = OutgoingDelivery.to(stranger).data("payload", Letters.PAYLOAD);

    var outcome = alice.store(alice.messageId(), letter);

    assertThat(outcome)
        .isInstanceOfSatisfying(
            SendOutcome.Accepted.class,
            accepted -> assertThat(accepted.feedback().codes()).containsExactly("0800", "3707"));
  }
}
