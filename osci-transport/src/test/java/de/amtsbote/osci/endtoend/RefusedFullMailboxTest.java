package de.amtsbote.osci.endtoend;

import static de.amtsbote.osci.endtoend.Identities.ALICE;
import static de.amtsbote.osci.endtoend.Identities.BOB;
import static de.amtsbote.osci.endtoend.Identities.CAROL;
import static org.assertj.core.api.Assertions.assertThat;

import de.amtsbote.osci.client.ClientIdentity;
import de.amtsbote.osci.client.FeedbackException;
import de.amtsbote.osci.client.SendOutcome;
import de.amtsbote.osci.intermediary.IntermediaryPolicy;
import de.amtsbote.osci.intermediary.MailboxLimits;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** A mailbox that nobody empties. */
class RefusedFullMailboxTest {

  private static World limitedTo(long deliveries, long octets) {
    return World.with(IntermediaryPolicy.strict().limitedTo(new MailboxLimits(deliveries, octets)));
  }

  private static void assertFull(World world, ClientIdentity owner, int attachment)
      throws IOException {
    var alice = world.client(ALICE);
    var id = alice.messageId();
    var letter = Letters.withAttachment(owner, Letters.octets(attachment));
    assertThat(alice.store(id, letter))
        .isInstanceOfSatisfying(
            SendOutcome.Postponed.class,
            postponed ->
                assertThat(((FeedbackException) postponed.why()).feedback().codes())
                    .containsExactly("9811"));
    assertThat(world.store.isUnused(id.value())).isTrue();
  }

  @Test
  void deliveryBeyondTheNumber_waitsWithItsSender() throws Exception {
    var world = limitedTo(2, Long.MAX_VALUE);
    Letters.send(world.client(ALICE), BOB);
    Letters.send(world.client(ALICE), BOB);

    assertFull(world, BOB, 10);
    assertThat(Letters.send(world.client(ALICE), CAROL)).isNotNull();
  }

  @Test
  void deliveryBeyondTheSize_waitsWithItsSender() throws Exception {
    var world = limitedTo(1000, 50_000);
    Letters.send(world.client(ALICE), BOB);

    assertFull(world, BOB, 60_000);
    assertThat(Letters.send(world.client(ALICE), BOB)).isNotNull();
  }
}
