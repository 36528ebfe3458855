package de.amtsbote.osci.endtoend;

import static de.amtsbote.osci.endtoend.Identities.ALICE;
import static de.amtsbote.osci.endtoend.Identities.BOB;
import static org.assertj.core.api.Assertions.assertThat;

import de.amtsbote.osci.client.FeedbackException;
import de.amtsbote.osci.client.SendOutcome;
import de.amtsbote.osci.model.FeedbackCode;
import de.amtsbote.osci.model.MessageId;
import org.junit.jupiter.api.Test;

class RefusedMessageIdTest {

  private final World world = World.strict();

  @Test
  void usedMessageId_isAnsweredWith9801AndUnclear() throws Exception {
    var alice = world.client(ALICE);
    var id = Letters.send(alice, BOB);

    assertUnclearBecauseOf9801(alice.store(id, Letters.to(BOB)));
  }

  @Test
  void messageIdThatWasNotGivenOutHere_isAnsweredWith9801() {
    var outcome = world.client(ALICE).store(new MessageId("made-up"), Letters.to(BOB));

    assertUnclearBecauseOf9801(outcome);
  }

  private static void assertUnclearBecauseOf9801(SendOutcome outcome) {
    assertThat(outcome)
        .isInstanceOfSatisfying(
            SendOutcome.Unclear.class,
            unclear ->
                assertThat(unclear.why())
                    .isInstanceOfSatisfying(
                        FeedbackException.class,
                        e ->
                            assertThat(e.feedback().has(FeedbackCode.MESSAGE_ID_UNKNOWN))
                                .isTrue()));
  }
}
