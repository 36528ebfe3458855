package de.amtsbote.osci.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What a store must do for deliveries that are brought to their recipients, and for limits. */
abstract class PushContract extends ProcessCardContract {

  private static final URI RECIPIENT = URI.create("http://bob.test/osci");

  void storedForPush(String id, int minute, int retryMinute) {
    var d = delivery(id, BOB, minute);
    store.issue(id, at(minute));
    var delivery =
        new NewDelivery(
            id,
            BOB,
            false,
            Optional.of(new PushOrder(RECIPIENT, at(retryMinute))),
            d.originator(),
            d.subject(),
            d.createdAt(),
            d.header(),
            d.inspections(),
            d.parts());
    assertThat(store.store(delivery)).isEqualTo(StoreOutcome.STORED);
  }

  List<String> claimed(int minute, int notBefore) {
    return store.claimPushes(at(minute), at(notBefore), 10).stream()
        .map(PendingPush::messageId)
        .toList();
  }

  @Nested
  class Pushes {

    @Test
    void push_isDueAtItsTime() {
      storedForPush("m1", 1, 5);

      assertThat(claimed(4, 10)).isEmpty();
      assertThat(store.claimPushes(at(5), at(10), 10))
          .containsExactly(new PendingPush("m1", RECIPIENT, 1, at(1)));
    }

    @Test
    void claimedPush_isLeftAloneForAWhile() {
      storedForPush("m1", 1, 2);
      claimed(5, 10);

      assertThat(claimed(9, 15)).isEmpty();
      assertThat(store.claimPushes(at(10), at(15), 10))
          .containsExactly(new PendingPush("m1", RECIPIENT, 2, at(1)));
    }

    @Test
    void pushes_areClaimedInTheOrderOfTheirTime() {
      storedForPush("m1", 1, 4);
      storedForPush("m2", 1, 3);
      storedForPush("m3", 1, 5);

      assertThat(store.claimPushes(at(9), at(20), 2))
          .extracting(PendingPush::messageId)
          .containsExactly("m2", "m1");
    }

    @Test
    void postponedPush_isDueLater() {
      storedForPush("m1", 1, 2);
      store.postponePush("m1", at(8));

      assertThat(claimed(7, 20)).isEmpty();
      assertThat(claimed(8, 20)).containsExactly("m1");
    }

    @Test
    void endedPush_isNeverDue() {
      storedForPush("m1", 1, 2);
      store.endPush("m1");

      assertThat(claimed(99, 100)).isEmpty();
      assertThat(store.card("m1")).isPresent();
    }

    @Test
    void withdrawnDelivery_isNeverPushed() {
      storedForPush("m1", 1, 2);
      store.withdraw("m1");

      assertThat(claimed(99, 100)).isEmpty();
    }

    @Test
    void deliveryToBePushed_isFoundByItsIdOnly() throws Exception {
      storedForPush("m1", 1, 2);

      assertThat(store.delivery(Set.of(BOB), "m1")).isEmpty();
      assertThat(text(store.delivery("m1").orElseThrow().parts().get(0))).isEqualTo("content m1");
    }

    @Test
    void releasedDelivery_canBeFetchedAndIsNotPushedAnyMore() {
      storedForPush("m1", 1, 2);

      store.release("m1", at(6));

      assertThat(oldest(WaitingQuery.all(Set.of(BOB)))).contains("m1");
      assertThat(claimed(99, 100)).isEmpty();
      assertThat(store.card("m1").orElseThrow().modifiedAt()).isEqualTo(at(6));
    }
  }

  @Nested
  class Owners {

    @Test
    void ownerOfTwoMailboxes_seesWhatWaitsInBoth() {
      stored("m1", CAROL, 1);
      stored("m2", BOB, 2);

      assertThat(oldest(WaitingQuery.all(Set.of(BOB, CAROL)))).contains("m1");
      assertThat(store.countWaiting(WaitingQuery.all(Set.of(BOB, CAROL)), 10)).isEqualTo(2);
      assertThat(store.delivery(Set.of(BOB, CAROL), "m2")).isPresent();
      assertThat(store.cards(CardQuery.all(Set.of(BOB, CAROL), 10))).hasSize(2);
    }

    @Test
    void usage_countsContentsOfOneMailbox() {
      stored("m1", BOB, 1);
      stored("m2", BOB, 2);
      stored("m3", CAROL, 3);

      assertThat(store.usage(BOB)).isEqualTo(new MailboxUsage(2, 2 * (10 + 7)));
      assertThat(store.usage(ALICE)).isEqualTo(new MailboxUsage(0, 0));
    }

    @Test
    void issuedId_isUnusedUntilItsDelivery() {
      store.issue("m1", T0);

      assertThat(store.isUnused("m1")).isTrue();
      store.store(delivery("m1", BOB, 1));
      assertThat(store.isUnused("m1")).isFalse();
      assertThat(store.isUnused("m2")).isFalse();
    }
  }
}
