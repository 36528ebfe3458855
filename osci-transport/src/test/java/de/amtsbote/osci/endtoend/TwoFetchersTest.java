package de.amtsbote.osci.endtoend;

import static de.amtsbote.osci.endtoend.Identities.ALICE;
import static de.amtsbote.osci.endtoend.Identities.BOB;
import static org.assertj.core.api.Assertions.assertThat;

import de.amtsbote.osci.client.OsciClient;
import de.amtsbote.osci.model.MessageId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Two that empty one mailbox at the same time, each in a dialog of his own. */
class TwoFetchersTest {

  private final World world = World.strict();
  private final OsciClient alice = world.client(ALICE);

  private OsciClient fetcher() {
    return world.client(BOB);
  }

  @Test
  void unconfirmedDelivery_isGivenToBothAndReceivedOnce() throws Exception {
    var first = Letters.send(alice, BOB);
    var second = Letters.send(alice, BOB);

    try (var one = fetcher().openDialog();
        var other = fetcher().openDialog()) {
      var ofOne = one.next().orElseThrow();
      var ofOther = other.next().orElseThrow();
      assertThat(List.of(ofOne.messageId(), ofOther.messageId())).containsOnly(first);

      ofOne.confirm();
      assertThat(one.next().orElseThrow().messageId()).isEqualTo(second);
      var received = alice.processCard(first).orElseThrow().card().reception();
      world.clock.advance(Duration.ofMinutes(1));
      ofOther.confirm();
      assertThat(other.next().orElseThrow().messageId()).isEqualTo(second);

      assertThat(alice.processCard(first).orElseThrow().card().reception()).isEqualTo(received);
    }
  }

  @Test
  void dialogThatConfirms_takesNothingFromTheOther() throws Exception {
    var only = Letters.send(alice, BOB);

    try (var one = fetcher().openDialog();
        var other = fetcher().openDialog()) {
      var ofOther = other.next().orElseThrow();
      var ofOne = one.next().orElseThrow();
      ofOne.confirm();
      assertThat(one.next()).isEmpty();

      assertThat(Letters.payload(ofOther.open(), "payload")).isEqualTo(Letters.PAYLOAD);
      assertThat(ofOther.messageId()).isEqualTo(only);
      ofOther.confirm();
      assertThat(other.next()).isEmpty();
    }
  }

  @Test
  void mailboxEmptiedByBothAtOnce_losesNothing() throws Exception {
    var sent = new ArrayList<String>();
    for (int i = 0; i < 12; i++) {
      sent.add(Letters.send(alice, BOB).value());
    }
    Set<String> fetched = ConcurrentHashMap.newKeySet();
    var threads = Executors.newFixedThreadPool(3);
    try {
      var all = new ArrayList<Future<?>>();
      for (int i = 0; i < 3; i++) {
        all.add(threads.submit(() -> drain(fetched)));
      }
      for (var one : all) {
        one.get(60, TimeUnit.SECONDS);
      }
    } finally {
      threads.shutdownNow();
    }

    assertThat(fetched).containsExactlyInAnyOrderElementsOf(sent);
    for (var id : sent) {
      assertThat(alice.processCard(new MessageId(id)).orElseThrow().card().reception()).isNotNull();
    }
  }

  private Void drain(Set<String> fetched) throws Exception {
    try (var dialog = fetcher().openDialog()) {
      for (var found = dialog.next(); found.isPresent(); found = dialog.next()) {
        try (var delivery = found.get()) {
          fetched.add(delivery.messageId().value());
          delivery.confirm();
        }
      }
    }
    return null;
  }
}
