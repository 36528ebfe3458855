package de.amtsbote.osci.mailbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What a store must do for dialogs and retention. */
abstract class DialogContract extends MailboxStoreFixture {

  @Nested
  class Dialogs {

    private final DialogState first =
        new DialogState(
            "4711",
            new byte[] {1, 2, 3},
            Optional.of("signer"),
            true,
            0,
            "challenge-0",
            Optional.empty(),
            T0);

    @Test
    void openedDialog_isFoundByItsConversationId() {
      store.open(first);

      var found = store.dialog("4711").orElseThrow();

      assertThat(found.isSameStepAs(first)).isTrue();
      assertThat(found.clientCipher()).isEqualTo(first.clientCipher());
      assertThat(found.clientSigner()).contains("signer");
      assertThat(found.encrypted()).isTrue();
      assertThat(found.lastUsedAt()).isEqualTo(T0);
      assertThat(store.dialog("4712")).isEmpty();
    }

    @Test
    void takenConversationId_isRefused() {
      store.open(first);

      assertThatThrownBy(() -> store.open(first)).isInstanceOf(MailboxStoreException.class);
    }

    @Test
    void advancedDialog_hasTheNextState() {
      store.open(first);
      var next = first.next("challenge-1", at(1));

      assertThat(store.advance(first, Optional.of(next), at(1))).isTrue();
      assertThat(store.dialog("4711").orElseThrow().isSameStepAs(next)).isTrue();
    }

    @Test
    void oldStep_cannotBeTakenTwice() {
      store.open(first);
      store.advance(first, Optional.of(first.next("challenge-1", at(1))), at(1));

      assertThat(store.advance(first, Optional.of(first.next("other", at(2))), at(2))).isFalse();
      assertThat(store.dialog("4711").orElseThrow().challenge()).isEqualTo("challenge-1");
    }

    @Test
    void nextOrder_acknowledgesTheFetchedDelivery() {
      stored("m1", BOB, 1);
      store.open(first);
      var carrying = first.carrying("m1");
      assertThat(store.advance(first, Optional.of(carrying), at(2))).isTrue();
      assertThat(store.card("m1").orElseThrow().receivedAt()).isEmpty();

      store.advance(carrying, Optional.of(carrying.next("challenge-1", at(3))), at(3));

      assertThat(store.card("m1").orElseThrow().receivedAt()).contains(at(3));
    }

    @Test
    void exit_acknowledgesAndCloses() {
      stored("m1", BOB, 1);
      store.open(first);
      store.advance(first, Optional.of(first.carrying("m1")), at(2));

      assertThat(store.advance(first.carrying("m1"), Optional.empty(), at(3))).isTrue();

      assertThat(store.dialog("4711")).isEmpty();
      assertThat(store.card("m1").orElseThrow().receivedAt()).contains(at(3));
    }

    @Test
    void discardedDialog_acknowledgesNothing() {
      stored("m1", BOB, 1);
      store.open(first);
      store.advance(first, Optional.of(first.carrying("m1")), at(2));

      store.discard("4711");

      assertThat(store.dialog("4711")).isEmpty();
      assertThat(store.card("m1").orElseThrow().receivedAt()).isEmpty();
      assertThat(store.advance(first.carrying("m1"), Optional.empty(), at(3))).isFalse();
    }
  }

  @Nested
  class Purge {

    private final Instant never = T0.minus(Duration.ofDays(1));

    @Test
    void receivedDelivery_losesItsContentAndKeepsItsCard() {
      stored("m1", BOB, 1);
      stored("m2", BOB, 1);
      store.markReceived("m1", at(2));

      store.purge(new PurgeLimits(at(3), never, never, never, never));

      assertThat(store.delivery(Set.of(BOB), "m1")).isEmpty();
      assertThat(store.card("m1")).isPresent();
      assertThat(store.delivery(Set.of(BOB), "m2")).isPresent();
      assertThat(store.store(delivery("m1", BOB, 4))).isEqualTo(StoreOutcome.USED_MESSAGE_ID);
    }

    @Test
    void deliveryThatNobodyFetched_goesAfterItsTime() {
      stored("m1", BOB, 1);
      stored("m2", BOB, 5);

      store.purge(new PurgeLimits(never, at(3), never, never, never));

      assertThat(oldest(WaitingQuery.all(Set.of(BOB)))).contains("m2");
      assertThat(store.countWaiting(WaitingQuery.all(Set.of(BOB)), 10)).isEqualTo(1);
    }

    @Test
    void oldCard_goesWithItsMessageId() {
      stored("m1", BOB, 1);

      store.purge(new PurgeLimits(never, never, at(3), never, never));

      assertThat(store.card("m1")).isEmpty();
      assertThat(store.delivery(Set.of(BOB), "m1")).isEmpty();
      assertThat(store.store(delivery("m1", BOB, 4))).isEqualTo(StoreOutcome.UNKNOWN_MESSAGE_ID);
    }

    @Test
    void unusedIdsAndIdleDialogs_go() {
      store.issue("m1", at(1));
      var dialog =
          new DialogState(
              "4711", new byte[1], Optional.empty(), false, 0, "c", Optional.empty(), at(1));
      store.open(dialog);

      store.purge(new PurgeLimits(never, never, never, at(3), at(3)));

      assertThat(store.store(delivery("m1", BOB, 4))).isEqualTo(StoreOutcome.UNKNOWN_MESSAGE_ID);
      assertThat(store.dialog("4711")).isEmpty();
    }
  }
}
