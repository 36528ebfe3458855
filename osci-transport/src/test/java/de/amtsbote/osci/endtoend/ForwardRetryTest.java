package de.amtsbote.osci.endtoend;

import static de.amtsbote.osci.endtoend.Identities.ALICE;
import static de.amtsbote.osci.endtoend.Identities.BOB;
import static de.amtsbote.osci.endtoend.Identities.INTERMEDIARY;
import static org.assertj.core.api.Assertions.assertThat;

import de.amtsbote.osci.client.FeedbackException;
import de.amtsbote.osci.client.OsciClient;
import de.amtsbote.osci.client.SendOutcome;
import de.amtsbote.osci.crypto.AlgorithmPolicy;
import de.amtsbote.osci.endpoint.OsciEndpoint;
import de.amtsbote.osci.intermediary.PushPolicy;
import de.amtsbote.osci.intermediary.PushRetry;
import de.amtsbote.osci.mailbox.ProcessCardEntry;
import de.amtsbote.osci.model.MessageId;
import de.amtsbote.osci.recipient.PassiveRecipient;
import de.amtsbote.osci.spool.Spool;
import de.amtsbote.osci.wire.ReadLimits;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Deliveries whose passive recipient is away for a while. */
class ForwardRetryTest {

  private static final URI BOBS = URI.create("http://bob.test/osci");
  private static final PushRetry RETRY =
      new PushRetry(
          Duration.ofSeconds(10),
          Duration.ofMinutes(1),
          Duration.ofHours(1),
          Duration.ofMinutes(15));

  private final List<byte[]> taken = new ArrayList<>();
  private boolean broken;
  private boolean refusing;
  private final World world =
      World.withRecipient(
          BOBS, recipient(), new PushPolicy(uri -> true, 1, Duration.ZERO).retrying(RETRY));
  private final OsciClient alice = world.client(ALICE);

  private OsciEndpoint recipient() {
    return new PassiveRecipient(
            BOB.cipher(),
            BOB.signature(),
            Set.of(INTERMEDIARY.signature().certificate()),
            delivery -> {
              if (broken) {
                throw new IOException("the recipient's disk is full");
              }
              taken.add(Letters.payload(delivery.open(), "payload"));
              return !refusing;
            })
        .endpoint(AlgorithmPolicy.standard(), ReadLimits.DEFAULT, Spool.temporary());
  }

  private MessageId forward() throws IOException {
    var id = alice.messageId();
    assertThat(alice.forward(id, BOBS, Letters.to(BOB))).isInstanceOf(SendOutcome.Accepted.class);
    return id;
  }

  private ProcessCardEntry card(MessageId id) {
    return world.store.card(id.value()).orElseThrow();
  }

  private int retryAfter(Duration pause) {
    world.clock.advance(pause);
    return world.intermediary.retryPushes(10);
  }

  @Test
  void reachableRecipient_isServedAtOnceAndNeverAgain() throws Exception {
    var id = forward();

    assertThat(card(id).receivedAt()).isPresent();
    assertThat(retryAfter(Duration.ofHours(2))).isZero();
    assertThat(taken).containsExactly(Letters.PAYLOAD);
  }

  @Test
  void recipientThatIsAway_isServedWhenItIsBack() throws Exception {
    world.toRecipients.cut(BOBS);
    var id = forward();

    assertThat(card(id).receivedAt()).isEmpty();
    assertThat(retryAfter(Duration.ofSeconds(11))).isEqualTo(1);
    assertThat(card(id).receivedAt()).isEmpty();
    world.toRecipients.join(BOBS);
    assertThat(retryAfter(Duration.ofSeconds(21))).isEqualTo(1);

    assertThat(taken).containsExactly(Letters.PAYLOAD);
    assertThat(card(id).receivedAt()).contains(world.clock.instant());
    assertThat(retryAfter(Duration.ofHours(2))).isZero();
  }

  @Test
  void originator_seesTheReceptionInTheProcessCard() throws Exception {
    world.toRecipients.cut(BOBS);
    var id = forward();
    assertThat(alice.processCard(id).orElseThrow().card().reception()).isNull();
    world.toRecipients.join(BOBS);
    retryAfter(Duration.ofSeconds(11));

    assertThat(alice.processCard(id).orElseThrow().card().reception()).isNotNull();
  }

  @Test
  void pauses_growUpToTheLongest() throws Exception {
    world.toRecipients.cut(BOBS);
    forward();

    assertThat(retryAfter(Duration.ofSeconds(9))).isZero();
    assertThat(retryAfter(Duration.ofSeconds(2))).isEqualTo(1);
    assertThat(retryAfter(Duration.ofSeconds(9))).isZero();
    assertThat(retryAfter(Duration.ofSeconds(2))).isEqualTo(1);
    assertThat(retryAfter(Duration.ofSeconds(19))).isZero();
    assertThat(retryAfter(Duration.ofSeconds(2))).isEqualTo(1);
  }

  @Test
  void brokenRecipient_isTriedAgain() throws Exception {
    broken = true;
    var id = forward();
    broken = false;
    retryAfter(Duration.ofSeconds(11));

    assertThat(card(id).receivedAt()).isPresent();
    assertThat(taken).hasSize(1);
  }

  @Test
  void recipientThatRefuses_isNotTriedAgain() throws Exception {
    refusing = true;
    var outcome = alice.forward(alice.messageId(), BOBS, Letters.to(BOB));

    assertThat(outcome)
        .isInstanceOfSatisfying(
            SendOutcome.Rejected.class,
            rejected ->
                assertThat(((FeedbackException) rejected.why()).feedback().codes())
                    .containsExactly("9805"));
    assertThat(retryAfter(Duration.ofHours(2))).isZero();
  }

  @Test
  void deliveryThatCannotBeBrought_liesInTheMailboxInTheEnd() throws Exception {
    world.toRecipients.cut(BOBS);
    var id = forward();
    retryAfter(Duration.ofHours(1));

    try (var dialog = world.client(BOB).openDialog();
        var delivery = dialog.next().orElseThrow()) {
      assertThat(delivery.messageId()).isEqualTo(id);
      delivery.confirm();
    }
    assertThat(retryAfter(Duration.ofHours(1))).isZero();
    assertThat(card(id).receivedAt()).isPresent();
  }

  @Test
  void silentRecipient_isNotTriedTwiceInOneRun() throws Exception {
    world.toRecipients.cut(BOBS);
    forward();
    forward();
    int before = world.toRecipients.lost();

    assertThat(retryAfter(Duration.ofSeconds(11))).isEqualTo(2);
    assertThat(world.toRecipients.lost() - before).isEqualTo(1);
  }
}
