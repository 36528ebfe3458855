package de.amtsbote.osci.endtoend;

import static de.amtsbote.osci.endtoend.Identities.ALICE;
import static de.amtsbote.osci.endtoend.Identities.BOB;
import static org.assertj.core.api.Assertions.assertThat;

import de.amtsbote.osci.client.Chunking;
import de.amtsbote.osci.client.FeedbackException;
import de.amtsbote.osci.client.OsciClient;
import de.amtsbote.osci.client.SendOutcome;
import de.amtsbote.osci.model.MessageId;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A client that sends large messages in chunks. */
class ChunkedSendingTest {

  private static final byte[] PLAN = Letters.octets(60_000);
  private static final Chunking CHUNKING = new Chunking(40_000, 8 << 10, 3, Duration.ZERO);

  private final World world = World.strict();
  private final Flaky line = new Flaky(world.wire);
  private final OsciClient alice = world.client(ALICE, line, CHUNKING);

  private SendOutcome send(MessageId id) {
    return alice.store(id, Letters.withAttachment(BOB, PLAN));
  }

  private void assertArrived() throws IOException {
    try (var dialog = world.client(BOB).openDialog();
        var delivery = dialog.next().orElseThrow()) {
      assertThat(Letters.payload(delivery.open(), "plan")).isEqualTo(PLAN);
      delivery.confirm();
      assertThat(dialog.next()).isEmpty();
    }
  }

  @Test
  void largeMessage_arrivesInChunks() throws Exception {
    var id = alice.messageId();

    assertThat(send(id))
        .isInstanceOfSatisfying(
            SendOutcome.Accepted.class,
            accepted -> assertThat(accepted.card().orElseThrow().messageId()).isEqualTo(id));
    assertArrived();
    assertThat(world.wire.requests())
        .hasSizeGreaterThan(9)
        .extracting(request -> request.length)
        .allSatisfy(length -> assertThat(length).isLessThan(30_000));
  }

  @Test
  void smallMessage_travelsWhole() throws Exception {
    var id = alice.messageId();

    assertThat(alice.store(id, Letters.to(BOB))).isInstanceOf(SendOutcome.Accepted.class);
    assertThat(line.count()).isEqualTo(2);
  }

  @Test
  void intermediaryThatTakesNoChunks_isSentTheWholeMessage() throws Exception {
    var plain = World.withChunks(null);
    var counting = new Flaky(plain.wire);
    var client = plain.client(ALICE, counting, CHUNKING);

    var outcome = client.store(client.messageId(), Letters.withAttachment(BOB, PLAN));

    assertThat(outcome).isInstanceOf(SendOutcome.Accepted.class);
    assertThat(counting.count()).isEqualTo(2);
  }

  @Test
  void intermediaryThatWantsOtherChunks_isSentTheWholeMessage() throws Exception {
    var other = World.withChunks(World.CONTRADICTORY);
    var client = other.client(ALICE, other.wire, new Chunking(40_000, 1024, 3, Duration.ZERO));

    var outcome = client.store(client.messageId(), Letters.withAttachment(BOB, PLAN));

    assertThat(outcome).isInstanceOf(SendOutcome.Accepted.class);
  }

  @Test
  void clientThatKnowsNothingOfTheIntermediary_asksFirst() throws Exception {
    var id = world.client(ALICE).messageId();

    assertThat(send(id)).isInstanceOf(SendOutcome.Accepted.class);
    assertThat(line.count()).isGreaterThan(9);
  }

  @Test
  void lostRequest_costsOneChunk() throws Exception {
    var id = alice.messageId();
    line.losingRequest(5);

    assertThat(send(id)).isInstanceOf(SendOutcome.Accepted.class);
    assertArrived();
  }

  @Test
  void lostAnswer_costsNothingButAQuestion() throws Exception {
    var id = alice.messageId();
    line.losingAnswer(5);

    assertThat(send(id)).isInstanceOf(SendOutcome.Accepted.class);
    assertArrived();
  }

  @Test
  void lineThatStaysDown_postponesTheDelivery() throws Exception {
    var id = alice.messageId();
    for (int number = 6; number < 60; number++) {
      line.losingRequest(number);
    }

    assertThat(send(id)).isInstanceOf(SendOutcome.Postponed.class);
  }

  @Test
  void lostAnswerToTheLastChunk_leavesTheQuestionToTheProcessCard() throws Exception {
    var first = new Flaky(world.wire);
    var counting = world.client(ALICE, first, CHUNKING);
    counting.store(counting.messageId(), Letters.withAttachment(BOB, PLAN));
    var id = alice.messageId();
    line.losingAnswer(first.count());

    assertThat(send(id)).isInstanceOf(SendOutcome.Unclear.class);
    assertThat(world.client(ALICE).processCard(id)).isPresent();
  }

  @Test
  void chunksOfAnEarlierProcess_areNotMixedWithNewOnes() throws Exception {
    var id = alice.messageId();
    for (int number = 6; number < 60; number++) {
      line.losingRequest(number);
    }
    send(id);

    var again = world.client(ALICE, world.wire, CHUNKING);

    assertThat(again.store(id, Letters.withAttachment(BOB, PLAN)))
        .isInstanceOfSatisfying(
            SendOutcome.Unclear.class,
            unclear ->
                assertThat(((FeedbackException) unclear.why()).feedback().codes())
                    .containsExactly("9900"));
  }

  @Test
  void refusedMessage_isRejectedBeforeItIsSentWhole() throws Exception {
    var outcome = send(new MessageId("never-issued"));

    assertThat(outcome).isInstanceOf(SendOutcome.Unclear.class);
    assertThat(line.count()).isLessThan(5);
  }
}
